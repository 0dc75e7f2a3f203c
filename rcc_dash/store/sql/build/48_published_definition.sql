-- How does the publisher define each of its measures?
-- Parameters: none
-- Grain: that of the checked table `published_definition`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `published_definition`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.published_definition AS
SELECT t.*
FROM staged_published_definition AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'published_definition' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY dataset, publisher_code
