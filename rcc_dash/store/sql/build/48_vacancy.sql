-- Which places of each home could be used on each date?
-- Parameters: none
-- Grain: that of the checked table `vacancy`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `vacancy`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.vacancy AS
SELECT t.*
FROM staged_vacancy AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'vacancy' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY as_of, urn
