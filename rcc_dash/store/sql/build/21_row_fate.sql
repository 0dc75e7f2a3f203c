-- Which rows do not count because the same return was loaded again, if without a row, or says the same thing twice?
-- Parameters: none
-- Grain: one row per row of a checked table that is not kept or is changed by the build (later steps add to it)
-- Columns:
--   table_name VARCHAR: checked table
--   source VARCHAR: kind of source
--   sha256 VARCHAR: file
--   sheet VARCHAR: sheet; blank for a CSV
--   source_row INTEGER: row of the file
--   was_mended BOOLEAN: changed on arrival
--   la_code VARCHAR: LA of its account; null where the account is of no LA
--   period VARCHAR: period of its account
--   fate VARCHAR: rejected or mended
--   rule VARCHAR: why, a `rule` of rule_meaning; several joined by " | "
CREATE TABLE row_fate AS
WITH emptied AS (
  SELECT return_key, max(load_order) AS load_order FROM told_nobody GROUP BY return_key
),
ranked AS (
  SELECT r.*,
    greatest(max(r.load_order) OVER (PARTITION BY r.return_key), e.load_order) AS newest_load,
    row_number() OVER (
      PARTITION BY r.return_key, r.row_key ORDER BY r.load_order DESC, r.sheet, r.source_row
    ) AS turn
  FROM staged_row AS r
  LEFT JOIN emptied AS e ON e.return_key = r.return_key
)
SELECT table_name, source, sha256, sheet, source_row, was_mended, la_code, period, 'rejected' AS fate,
  CASE WHEN load_order < newest_load THEN 'LOADED_AGAIN' ELSE 'TWICE' END AS rule
FROM ranked
WHERE load_order < newest_load OR turn > 1
