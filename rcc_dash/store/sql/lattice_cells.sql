-- How many children of a date are in every cell that can be shown: an LA, and at most three attributes of children?
-- Parameters:
--   $date DATE: as-of date
--   $most BIGINT: most attributes that may be crossed
-- Grain: one row per LA and combination of values that a child has; the LA's total among them
-- Columns:
--   la_code VARCHAR: responsible LA
--   placement VARCHAR: placement type; null where all are counted, or where it is not known
--   age VARCHAR: age band; as above
--   provider VARCHAR: provider sector; as above
--   outside BOOLEAN: whether placed outside the LA's boundary; null where both are counted
--   far BOOLEAN: whether placed more than 20.0 miles from home; as above
--   attributes BIGINT: how many of these five the cell is by
--   children_n BIGINT: children; does not leave the queries layer
--   children_keys VARCHAR: sum of record keys as text; does not leave the queries layer
with child as (
  select
    la_code,
    record_key,
    placement,
    age,
    provider,
    coalesce(outside_la, false) as outside,
    coalesce(far, false) as far
  from as_at
  where as_of = $date::date
)
select
  la_code,
  placement,
  age,
  provider,
  outside,
  far,
  5 - bit_count(grouping_id(placement, age, provider, outside, far))::bigint as attributes,
  count(*)::bigint as children_n,
  sum(record_key)::varchar as children_keys
from child
group by la_code, cube (placement, age, provider, outside, far)
having 5 - bit_count(grouping_id(placement, age, provider, outside, far)) <= $most::bigint
order by all
