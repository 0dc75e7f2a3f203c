-- Who of some LAs lives further from home than so many miles, and what decides which homes would suit?
-- Parameters:
--   $date DATE: as-of date
--   $la_codes VARCHAR[]: responsible LAs
--   $miles BIGINT: straight-line miles
-- Grain: one row per child, by LA and record key; rows of children do not leave the queries layer
-- Columns:
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
--   placement VARCHAR: placement type
--   place_code VARCHAR: PLACE; null if not stated
--   age VARCHAR: age band; null if unknown
--   age_years INTEGER: whole years; null if unknown
--   sector VARCHAR: provider sector
--   origin_sector VARCHAR: postcode sector of home; null if unknown
--   dols VARCHAR: deprived of liberty: yes, no or unknown
--   solo VARCHAR: needs a placement alone: yes, no or unknown
--   reason VARCHAR: why at a distance: none_local, local_unavailable, child_led, not_applicable, unknown
--   weekly_cost_gbp DOUBLE: pounds a week; null without a cost extract
select
  la_code, record_key, placement, place_code, age, age_years, provider as sector, origin_sector,
  case when dols then 'yes' when not dols then 'no' else 'unknown' end as dols,
  case when solo then 'yes' when not solo then 'no' else 'unknown' end as solo, distance_reason as reason,
  weekly_cost_gbp
from as_at
where as_of = $date::date and list_contains($la_codes::varchar[], la_code) and distance_miles > $miles::bigint
order by la_code, record_key
