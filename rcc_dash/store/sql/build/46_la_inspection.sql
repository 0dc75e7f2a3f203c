-- How were local authorities' services judged?
-- Parameters: none
-- Grain: that of the checked table `la_inspection`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `la_inspection`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.la_inspection AS
SELECT t.*
FROM staged_la_inspection AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'la_inspection' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY as_of, la_listed, source_row
