-- For how many children of each LA are the records good enough to load, map, measure, cost and know the need?
-- Parameters:
--   $date DATE: as-of date
-- Grain: one row per responsible LA and level
-- Columns (`_n` counts children, `_keys` is the sum of their record keys as text; neither leaves the queries layer):
--   la_code VARCHAR: responsible LA
--   level VARCHAR: load, map, distance, cost or need
--   fit_n BIGINT: children whose record is good enough
--   fit_keys VARCHAR: keys
--   unfit_n BIGINT: children whose record is not
--   unfit_keys VARCHAR: keys
--   of_n BIGINT: both together
--   of_keys VARCHAR: keys
--   left_out_n BIGINT: children to whom the level does not apply: unaccompanied without an origin (distance), placed with
--     parents or for adoption (cost)
--   left_out_keys VARCHAR: keys
with judged as (
  select
    la_code,
    record_key,
    unnest(['load', 'map', 'distance', 'cost', 'need']) as level,
    unnest([
      place_code is not null,
      placement_sector is not null
        or coalesce(home_urn in (select urn from home_at where is_childrens_home), false),
      distance_miles is not null,
      coalesce(weekly_cost_gbp > 0, false),
      coalesce(dols, solo, exploitation_risk, self_harm_risk, risk_to_others, sdq_score is not null or null) is not null
    ]) as is_fit,
    unnest([
      true,
      true,
      not (uasc and origin_sector is null),
      placement not in ('parents', 'adoption'),
      true
    ]) as applies
  from as_at
  where as_of = $date::date
)
select
  la_code,
  level,
  count(*) filter (where applies and is_fit)::bigint as fit_n,
  coalesce(sum(record_key) filter (where applies and is_fit), 0)::varchar as fit_keys,
  count(*) filter (where applies and not is_fit)::bigint as unfit_n,
  coalesce(sum(record_key) filter (where applies and not is_fit), 0)::varchar as unfit_keys,
  count(*) filter (where applies)::bigint as of_n,
  coalesce(sum(record_key) filter (where applies), 0)::varchar as of_keys,
  count(*) filter (where not applies)::bigint as left_out_n,
  coalesce(sum(record_key) filter (where not applies), 0)::varchar as left_out_keys
from judged
group by la_code, level
order by la_code, array_position(['load', 'map', 'distance', 'cost', 'need'], level)
