-- Which protected figures that are no counts does a release hold?
-- Parameters: none
-- Grain: one row per figure
-- Columns:
--   asked INTEGER: number of the question
--   name VARCHAR: which of its figures
--   value DOUBLE: in the unit of the question; null where it may not be shown
--   mark VARCHAR: what stands in its place
select asked, name, value, mark
from figure
order by all
