-- How many children's homes does Ofsted's national series count?
-- Parameters: none
-- Grain: one row per date
-- Columns:
--   as_of DATE: the date
--   homes INTEGER: children's homes
--   places INTEGER: their places
CREATE TABLE share.home_total AS
SELECT as_of, homes, places
FROM wh.home_total
