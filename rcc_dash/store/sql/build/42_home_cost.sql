-- What did each of an LA's own homes cost a week, by extract?
-- Parameters: none
-- Grain: that of the checked table `home_cost`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `home_cost`, and
--   urn_by_name BOOLEAN: home_urn is what a person decided on for the name, as the file has none
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.home_cost AS
SELECT t.* REPLACE (coalesce(t.home_urn, d.urn) AS home_urn),
  t.home_urn IS NULL AND d.urn IS NOT NULL AS urn_by_name
FROM staged_home_cost AS t
LEFT JOIN name_decision AS d
  ON d.provider_key = ''
  AND d.home_key = lower(trim(regexp_replace(coalesce(t.home_name, ''), '[ \t\n\r\f\v]+', ' ', 'g')))
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'home_cost' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, as_of, home_name, source_row
