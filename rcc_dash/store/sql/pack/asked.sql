-- Which questions does a release answer?
-- Parameters: none
-- Grain: one row per question, day and areas
-- Columns:
--   asked INTEGER: number of the question
--   question VARCHAR: its name
--   option VARCHAR: settings that it was asked with; blank without
--   as_of DATE: day
--   scope VARCHAR: areas counted together; with /each cells of each LA alone
--   attributes VARCHAR: child attributes that part the cells, with commas
--   parts VARCHAR: other columns of the cells, with commas
select asked, question, "option", as_of, scope, attributes, parts
from asked
order by asked
