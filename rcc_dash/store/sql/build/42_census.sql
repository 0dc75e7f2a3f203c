-- Where did each child of the placements census live, how was the place found and what did it cost, by month?
-- Parameters: none
-- Grain: that of the checked table `census`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `census`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.census AS
SELECT t.*
FROM staged_census AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'census' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, as_of, child_key, started_on
