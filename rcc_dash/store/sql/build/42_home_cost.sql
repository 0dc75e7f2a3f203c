-- What did each of an LA's own homes cost a week, by extract?
-- Parameters: none
-- Grain: that of the checked table `home_cost`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `home_cost`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.home_cost AS
SELECT t.*
FROM staged_home_cost AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'home_cost' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, as_of, home_name, source_row
