-- Which children's homes are on a list of Ofsted's, as a release has them?
-- Parameters:
--   $date DATE: date of the list
--   $la_codes VARCHAR[]: LAs where the homes are
--   $home_sectors VARCHAR[]: sectors kept; empty keeps all
-- Grain: one row per home
-- Columns:
--   urn VARCHAR: Ofsted's number
--   home_name VARCHAR: as published; null where it is withheld
--   la_code VARCHAR: LA where it is
--   provision_type VARCHAR: kind of home
--   sector VARCHAR: sector of its owner
--   places INTEGER: registered places; null if not told
--   judgement VARCHAR: latest overall judgement; null without
--   inspected_on DATE: of that judgement
--   registered_on DATE: when it was registered
--   owner_name VARCHAR: owner as published
--   short_break_only BOOLEAN: takes short breaks only
--   position_basis VARCHAR: published, or la where only the LA is known
--   lat DOUBLE: middle of the published postcode sector; null for la
--   lon DOUBLE: as lat
--   spread_miles DOUBLE: how far the sector reaches; null for la
select
  urn,
  home_name,
  la_code,
  provision_type,
  sector,
  places,
  judgement,
  inspected_on,
  registered_on,
  owner_name,
  short_break_only,
  position_basis,
  lat,
  lon,
  spread_miles
from home_at
where is_childrens_home
  and as_of = $date::date
  and list_contains($la_codes::varchar[], la_code)
  and (len($home_sectors::varchar[]) = 0 or list_contains($home_sectors::varchar[], sector))
order by la_code, urn
