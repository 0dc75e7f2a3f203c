-- Which local authorities are most like each, by the latest model loaded?
-- Parameters: none
-- Grain: one row per LA and neighbour
-- Columns:
--   model VARCHAR: year of the model
--   la_code VARCHAR: the LA
--   rank INTEGER: 1 is the most alike
--   neighbour_la_code VARCHAR: the LA that it is like
--   closeness VARCHAR: the publisher's word
select model, la_code, "rank", neighbour_la_code, closeness
from neighbour
where model = (select max(model) from neighbour)
order by la_code, "rank"
