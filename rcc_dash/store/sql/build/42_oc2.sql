-- How are the children who were looked after for a year or more, by return?
-- Parameters: none
-- Grain: that of the checked table `oc2`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `oc2`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.oc2 AS
SELECT t.*
FROM staged_oc2 AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'oc2' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, "year", child_key
