-- Which local authorities are most like each, by which model?
-- Parameters: none
-- Grain: that of the checked table `neighbour`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `neighbour`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.neighbour AS
SELECT t.*
FROM staged_neighbour AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'neighbour' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY model, la_code, "rank"
