-- Where did each child of the placements census live, how was the place found and what did it cost, by month?
-- Parameters: none
-- Grain: that of the checked table `census`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `census`, and
--   urn_by_name BOOLEAN: home_urn is what a person decided on for the names, as the file has none
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.census AS
SELECT t.* REPLACE (coalesce(t.home_urn, d.urn) AS home_urn),
  t.home_urn IS NULL AND d.urn IS NOT NULL AS urn_by_name
FROM staged_census AS t
LEFT JOIN name_decision AS d
  ON d.provider_key = lower(trim(regexp_replace(coalesce(t.provider_name, ''), '[ \t\n\r\f\v]+', ' ', 'g')))
  AND d.home_key = lower(trim(regexp_replace(coalesce(t.home_name, ''), '[ \t\n\r\f\v]+', ' ', 'g')))
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'census' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, as_of, child_key, started_on
