-- Which LAs are most alike, as published?
-- Parameters: none
-- Grain: one row per LA and neighbour
-- Columns:
--   model VARCHAR: whose comparison
--   la_code VARCHAR: LA
--   rank INTEGER: 1 is the most alike
--   neighbour_la_code VARCHAR: neighbour
--   closeness VARCHAR: in words
CREATE TABLE share.neighbour AS
SELECT model, la_code, "rank", neighbour_la_code, closeness
FROM wh.neighbour
ORDER BY model, la_code, "rank"
