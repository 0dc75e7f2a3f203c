-- Of which days does a release tell of homes' returns?
-- Parameters: none
-- Grain: one row per date
-- Columns:
--   as_of DATE: the date
select distinct as_of
from asked
where question = 'returns'
order by as_of
