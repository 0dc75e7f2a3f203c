-- Who is looked after on a date, how far from home, and what else is known of each child?
-- Parameters:
--   $date DATE: as-of date
-- Grain: one row per child, by LA and record key, as the build has them; rows of children do not leave the queries layer
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
--   placement_sector VARCHAR: postcode sector of the placement; null if unknown
--   weekly_cost_gbp DOUBLE: pounds a week; null without a cost extract
select
  as_of, la_code, record_key, placement, place_code, age, age_years, provider as sector,
  coalesce(uasc, false) as uasc, legal_status, placement_la, coalesce(outside_la, false) as outside,
  coalesce(not outside_la, false) as inside, distance_miles, distance_basis, origin_sector, placement_sector,
  weekly_cost_gbp
from as_at
where as_of = $date::date
