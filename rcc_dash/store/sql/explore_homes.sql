-- How many children's homes and registered places are there, by area, date, sector, type and judgement?
-- Parameters:
--   $dates DATE[]: dates of Ofsted's lists
--   $la_codes VARCHAR[]: LAs where the homes are
--   $home_sectors VARCHAR[]: sectors kept; empty keeps all
-- Grain: one row per date, LA, sector, type and judgement that a home has
-- Columns:
--   as_of DATE: date of the list
--   la_code VARCHAR: LA where the homes are
--   home_sector VARCHAR: la, private, voluntary, health; unknown if not stated
--   home_type VARCHAR: kind of home
--   judgement VARCHAR: latest overall judgement; unknown if none
--   homes BIGINT: children's homes
--   places BIGINT: their registered places
select
  as_of,
  la_code,
  coalesce(sector, 'unknown') as home_sector,
  provision_type as home_type,
  coalesce(judgement, 'unknown') as judgement,
  count(*)::bigint as homes,
  coalesce(sum(places), 0)::bigint as places
from home_at
where is_childrens_home
  and list_contains($dates::date[], as_of)
  and list_contains($la_codes::varchar[], la_code)
  and (len($home_sectors::varchar[]) = 0 or list_contains($home_sectors::varchar[], sector))
group by all
order by all
