-- Who is looked after on these dates, how far from home, and what else is known of each child?
-- Parameters:
--   $dates DATE[]: as-of dates
-- Grain: one row per child and date; rows of children do not leave the queries layer
-- Columns:
--   as_of DATE: date counted
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
--   placement VARCHAR: placement type
--   place_code VARCHAR: PLACE; null if not stated
--   age VARCHAR: age band; null if unknown
--   age_years INTEGER: whole years; null if unknown
--   sector VARCHAR: provider sector
--   uasc BOOLEAN: unaccompanied asylum-seeking child
--   legal_status VARCHAR: LS; null if not stated
--   placement_la VARCHAR: LA of placement; SCO, WAL, NIR outside England; null if unknown
--   outside_la BOOLEAN: placed outside the LA's boundary; null if unknown
--   distance_miles DOUBLE: straight-line miles, 0.1; null if unknown
--   distance_basis VARCHAR: postcode, sector or stated; null with the distance
--   origin_sector VARCHAR: postcode sector of home; null if unknown
--   origin_east DOUBLE: metres, centre of that sector; null with it
--   origin_north DOUBLE: as above
--   origin_la VARCHAR: LA of that sector; null with it
--   weekly_cost_gbp DOUBLE: pounds a week; null without a cost extract
select
  c.as_of, c.la_code, c.record_key, c.placement, c.place_code, c.age, c.age_years, c.provider as sector, c.uasc,
  c.legal_status, c.placement_la, c.outside_la, c.distance_miles, c.distance_basis, c.origin_sector,
  s.east::double as origin_east, s.north::double as origin_north, s.la_code as origin_la, c.weekly_cost_gbp
from as_at as c
left join sector as s on s.postcode_sector = c.origin_sector
where list_contains($dates::date[], c.as_of)
order by c.as_of, c.la_code, c.record_key
