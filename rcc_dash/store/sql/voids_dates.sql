-- Of which days are vacancy returns loaded?
-- Parameters: none
-- Grain: one row per date
-- Columns:
--   as_of DATE: date of the returns
--   homes BIGINT: homes that returned
select as_of, count(distinct urn)::bigint as homes
from vacancy
group by as_of
order by as_of
