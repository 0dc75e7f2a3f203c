-- When was each child missing, or away without authorisation, by return?
-- Parameters: none
-- Grain: that of the checked table `missing`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `missing`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.missing AS
SELECT t.*
FROM staged_missing AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'missing' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, "year", child_key, started_on
