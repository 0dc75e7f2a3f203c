-- Which LAs have returned children?
-- Parameters: none
-- Grain: one row per responsible LA
-- Columns:
--   la_code VARCHAR: LA
select distinct la_code
from episode
union
select distinct la_code
from child
order by la_code
