-- How many children are alike in each area, on one date: of these values, outside their LA or not, far away or not?
-- Parameters:
--   $date DATE: as-of date
--   $placement BOOLEAN: whether placement types are told apart
--   $age BOOLEAN: whether age bands are
--   $sector BOOLEAN: whether provider sectors are
-- Grain: one row per LA, combination of values told apart, and combination of the three yes-or-no columns
-- Columns (neither number leaves the queries layer; counts of areas and of parts are sums of these rows):
--   la_code VARCHAR: responsible LA
--   placement VARCHAR: placement type; blank where not told apart, null where unknown
--   age VARCHAR: age band; as above
--   sector VARCHAR: provider sector; as above
--   is_outside BOOLEAN: placed outside the LA's boundary; false if unknown
--   is_far BOOLEAN: placed more than 20.0 miles from home; false if unknown
--   is_residential BOOLEAN: living in a children's home or secure home
--   children_n BIGINT: children looked after
--   children_keys VARCHAR: sum of their record keys, as text
select
  la_code,
  case when $placement::boolean then placement else '' end as placement,
  case when $age::boolean then age else '' end as age,
  case when $sector::boolean then provider else '' end as sector,
  coalesce(outside_la, false) as is_outside,
  coalesce(far, false) as is_far,
  coalesce(as_at.placement = 'home', false) as is_residential,
  count(*)::bigint as children_n,
  sum(record_key)::varchar as children_keys
from as_at
where as_of = $date::date
group by all
order by all
