-- Which providers are on each Ofsted list that counts?
-- Parameters: none
-- Grain: that of the checked table `home_listing`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `home_listing`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.home_listing AS
SELECT t.*
FROM staged_home_listing AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'home_listing' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY as_of, list_kind, urn, provision_type
