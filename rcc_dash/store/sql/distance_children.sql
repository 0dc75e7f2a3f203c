-- Who is looked after on a date, how far from home, and what else is known of each child?
-- Parameters:
--   $date DATE: as-of date
-- Grain: one row per child; rows of children do not leave the queries layer
-- Columns:
--   as_of DATE: date counted
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
--   placement VARCHAR: placement type
--   place_code VARCHAR: PLACE; null if not stated
--   age VARCHAR: age band; null if unknown
--   age_years INTEGER: whole years; null if unknown
--   sector VARCHAR: provider sector
--   uasc BOOLEAN: unaccompanied asylum-seeking child; false if nothing tells
--   legal_status VARCHAR: LS; null if not stated
--   placement_la VARCHAR: LA of placement; SCO, WAL, NIR outside England; null if unknown
--   outside BOOLEAN: placed outside the LA's boundary; false if unknown
--   inside BOOLEAN: placed inside it; false if unknown
--   distance_miles DOUBLE: straight-line miles, 0.1; null if unknown
--   distance_basis VARCHAR: postcode, sector or stated; null with the distance
--   origin_sector VARCHAR: postcode sector of home; null if unknown
--   origin_east DOUBLE: metres, centre of that sector; null with it
--   origin_north DOUBLE: as above
--   origin_spread DOUBLE: rms radius of that sector in miles; null with it
--   origin_la VARCHAR: LA of that sector; null with it
--   placement_spread DOUBLE: rms radius in miles of the sector of the placement; null if that is unknown
--   weekly_cost_gbp DOUBLE: pounds a week; null without a cost extract
select
  c.as_of, c.la_code, c.record_key, c.placement, c.place_code, c.age, c.age_years, c.provider as sector,
  coalesce(c.uasc, false) as uasc,
  c.legal_status, c.placement_la, coalesce(c.outside_la, false) as outside,
  coalesce(not c.outside_la, false) as inside, c.distance_miles, c.distance_basis, c.origin_sector,
  s.east::double as origin_east, s.north::double as origin_north, s.spread_miles::double as origin_spread,
  s.la_code as origin_la, t.spread_miles::double as placement_spread, c.weekly_cost_gbp
from as_at as c
left join sector as s on s.postcode_sector = c.origin_sector
left join sector as t on t.postcode_sector = c.placement_sector
where c.as_of = $date::date
order by c.la_code, c.record_key
