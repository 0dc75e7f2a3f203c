-- Which protected figures that are no counts does a release hold?
-- Parameters: none
-- Grain: one row per figure that may be shown
-- Columns:
--   asked INTEGER: number of the question
--   name VARCHAR: which of its figures
--   value DOUBLE: in the unit of the question
--   mark VARCHAR: blank
CREATE TABLE share.figure AS
SELECT CAST(asked AS INTEGER) AS asked, CAST("name" AS VARCHAR) AS "name", CAST("value" AS DOUBLE) AS "value",
  CAST(mark AS VARCHAR) AS mark
FROM noted_figure
ORDER BY ALL
