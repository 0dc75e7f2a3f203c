-- How complete are the children's records of each LA?
-- Parameters:
--   $date DATE: as-of date
-- Grain: one row per responsible LA
-- Columns (`_n` counts children, `_keys` is the sum of their record keys as text; neither leaves the queries layer):
--   la_code VARCHAR: responsible LA
--   children_n BIGINT: children looked after
--   children_keys VARCHAR: keys
--   placed_n BIGINT: whose LA of placement is known
--   placed_keys VARCHAR: keys
--   not_placed_n BIGINT: all others
--   not_placed_keys VARCHAR: keys
--   distance_n BIGINT: whose distance from home is known
--   distance_keys VARCHAR: keys
--   not_distance_n BIGINT: all others
--   not_distance_keys VARCHAR: keys
--   urn_n BIGINT: in a children's home whose Ofsted number is known
--   urn_keys VARCHAR: keys
--   not_urn_n BIGINT: in a children's home, number not known
--   not_urn_keys VARCHAR: keys
--   residential_n BIGINT: in a children's home
--   residential_keys VARCHAR: keys
select
  la_code,
  count(*)::bigint as children_n,
  sum(record_key)::varchar as children_keys,
  count(*) filter (where placement_la is not null)::bigint as placed_n,
  coalesce(sum(record_key) filter (where placement_la is not null), 0)::varchar as placed_keys,
  count(*) filter (where placement_la is null)::bigint as not_placed_n,
  coalesce(sum(record_key) filter (where placement_la is null), 0)::varchar as not_placed_keys,
  count(*) filter (where distance_miles is not null)::bigint as distance_n,
  coalesce(sum(record_key) filter (where distance_miles is not null), 0)::varchar as distance_keys,
  count(*) filter (where distance_miles is null)::bigint as not_distance_n,
  coalesce(sum(record_key) filter (where distance_miles is null), 0)::varchar as not_distance_keys,
  count(*) filter (where placement = 'home' and home_urn is not null)::bigint as urn_n,
  coalesce(sum(record_key) filter (where placement = 'home' and home_urn is not null), 0)::varchar as urn_keys,
  count(*) filter (where placement = 'home' and home_urn is null)::bigint as not_urn_n,
  coalesce(sum(record_key) filter (where placement = 'home' and home_urn is null), 0)::varchar as not_urn_keys,
  count(*) filter (where placement = 'home')::bigint as residential_n,
  coalesce(sum(record_key) filter (where placement = 'home'), 0)::varchar as residential_keys
from as_at
where as_of = $date::date
group by la_code
order by la_code
