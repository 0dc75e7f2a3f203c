-- How many children did each LA look after on each date? Exact: for the owner of the machine only.
-- Parameters: none
-- Grain: one row per responsible LA and date
-- Columns:
--   la_code VARCHAR: responsible LA
--   as_of DATE: date counted
--   children BIGINT: children looked after, short breaks left out
select la_code, as_of, count(*)::bigint as children
from as_at
group by la_code, as_of
order by la_code, as_of
