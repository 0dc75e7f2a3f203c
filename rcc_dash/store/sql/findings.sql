-- Of how many children do two sources not agree on a date, by check?
-- Parameters:
--   $date DATE: as-of date
-- Grain: one row per check, source and responsible LA
-- Columns (`_n` counts children, `_keys` is the sum of their record keys as text; neither leaves the queries layer):
--   code VARCHAR: check, as in domain/cross_checks.py
--   source VARCHAR: the source that the 903 episodes were held against
--   la_code VARCHAR: responsible LA
--   children_n BIGINT: children
--   children_keys VARCHAR: keys
with each_once as (
  select code, source, la_code, record_key
  from finding
  where as_of = $date::date
  group by code, source, la_code, record_key
)
select
  code,
  source,
  la_code,
  count(*)::bigint as children_n,
  sum(record_key)::varchar as children_keys
from each_once
group by code, source, la_code
order by code, source, la_code
