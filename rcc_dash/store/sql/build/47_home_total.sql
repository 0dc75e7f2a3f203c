-- How many homes and places does Ofsted's own series count on each date?
-- Parameters: none
-- Grain: that of the checked table `home_total`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `home_total`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.home_total AS
SELECT t.*
FROM staged_home_total AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'home_total' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY as_of
