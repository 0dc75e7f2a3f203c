-- How many children's homes and registered places are there in each area?
-- Parameters:
--   $dates DATE[]: dates of Ofsted lists
--   $la_codes VARCHAR[]: LAs where the homes are
--   $home_sectors VARCHAR[]: sectors kept; empty keeps all
-- Grain: one row per list date and LA (null: all of $la_codes together)
-- Columns:
--   as_of DATE: date of the list
--   la_code VARCHAR: LA where the homes are; null for all together
--   homes BIGINT: active children's homes of all three kinds
--   places BIGINT: their registered places; homes without a figure add none
select
  as_of,
  la_code,
  count(*)::bigint as homes,
  coalesce(sum(places), 0)::bigint as places
from home_at
where is_childrens_home
  and list_contains($dates::date[], as_of)
  and list_contains($la_codes::varchar[], la_code)
  and (len($home_sectors::varchar[]) = 0 or list_contains($home_sectors::varchar[], sector))
group by grouping sets ((as_of, la_code), (as_of))
order by as_of, la_code
