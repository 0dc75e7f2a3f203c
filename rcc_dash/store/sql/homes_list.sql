-- Which children's homes are there, of what kind, and how well is their position known?
-- Parameters:
--   $date DATE: date of the Ofsted list
--   $la_codes VARCHAR[]: LAs where the homes are
--   $home_sectors VARCHAR[]: sectors kept; empty keeps all
-- Grain: one row per active children's home
-- Columns:
--   urn VARCHAR: Ofsted's unique reference number
--   home_name VARCHAR: null where Ofsted redacts it
--   la_code VARCHAR: LA where the home is
--   provision_type VARCHAR: code of the kind of home
--   sector VARCHAR: la, private, voluntary, health; null if not stated
--   places INTEGER: registered places; null if Ofsted gives none
--   judgement VARCHAR: latest overall judgement; null if none
--   inspected_on DATE: latest full inspection; null if none
--   registered_on DATE: first day of registration; null if not stated
--   owner_name VARCHAR: organisation that owns it; null if not stated
--   short_break_only BOOLEAN: null if the list does not say
--   position_basis VARCHAR: published, restricted, placements, or la where only the LA is known
--   lat DOUBLE: degrees north of the sector's centre; null where only the LA is known
--   lon DOUBLE: degrees east; as lat
--   spread_miles DOUBLE: how far the home may be from there; as lat
select
  h.urn,
  h.home_name,
  h.la_code,
  h.provision_type,
  h.sector,
  h.places,
  h.judgement,
  h.inspected_on,
  h.registered_on,
  h.owner_name,
  h.short_break_only,
  h.position_basis,
  s.lat,
  s.lon,
  s.spread_miles
from home_at as h
left join sector as s on s.postcode_sector = h.position_sector
where h.is_childrens_home
  and h.as_of = $date::date
  and list_contains($la_codes::varchar[], h.la_code)
  and (len($home_sectors::varchar[]) = 0 or list_contains($home_sectors::varchar[], h.sector))
order by h.la_code, h.urn
