-- Which orders deprived a child of liberty, by return?
-- Parameters: none
-- Grain: that of the checked table `dolo`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `dolo`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.dolo AS
SELECT t.*
FROM staged_dolo AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'dolo' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, "year", child_key, started_on
