-- Which LAs are statistical neighbours of each LA?
-- Parameters: none
-- Grain: one row per LA and rank in a model
-- Columns:
--   model VARCHAR: whose model it is
--   la_code VARCHAR: the LA
--   rank INTEGER: 1 is closest
--   neighbour_la_code VARCHAR: its neighbour
--   closeness VARCHAR: how close, in the model's words
CREATE TABLE share.neighbour AS
SELECT model, la_code, rank, neighbour_la_code, closeness
FROM wh.neighbour
