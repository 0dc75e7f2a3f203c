-- What did each placement cost a week, by extract?
-- Parameters: none
-- Grain: that of the checked table `placement_cost`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `placement_cost`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.placement_cost AS
SELECT t.*
FROM staged_placement_cost AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'placement_cost' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, as_of, child_key, started_on
