-- Which premises of supported accommodation were there on each date?
-- Parameters: none
-- Grain: that of the checked table `supported_premises`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `supported_premises`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.supported_premises AS
SELECT t.*
FROM staged_supported_premises AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'supported_premises' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY as_of, urn, source_row
