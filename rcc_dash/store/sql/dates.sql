-- On which dates is there anything to show, and is that day's list of homes complete?
-- Parameters: none
-- Grain: one row per date
-- Columns:
--   as_of DATE: the date
--   has_children BOOLEAN: SSDA903 returns cover it
--   has_homes BOOLEAN: there is an Ofsted list of that date
--   list_scope VARCHAR: all, or inspected where the list holds inspected homes only; null without a list
select
  d.as_of,
  d.has_children,
  d.has_homes,
  (select min(h.list_scope) from home_at as h where h.as_of = d.as_of) as list_scope
from as_of_date as d
order by d.as_of
