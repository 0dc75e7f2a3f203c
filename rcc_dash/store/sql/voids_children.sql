-- Which children are known to live in which children's home, and at what cost?
-- Parameters:
--   $date DATE: as-of date of the children's returns
-- Grain: one row per child with a home's URN; rows of children do not leave the queries layer
-- Columns:
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
--   urn VARCHAR: home
--   weekly_cost_gbp DOUBLE: pounds a week; null without a cost of this placement
select la_code, record_key, home_urn as urn, weekly_cost_gbp
from as_at
where as_of = $date::date and home_urn in (select urn from home_at where is_childrens_home)
order by home_urn, record_key
