-- What became of every row read, by file, sheet, source, LA and period, build-time mends and removals included?
-- Parameters: none
-- Grain: one row per file, sheet, source, LA and period
-- Columns:
--   source VARCHAR: kind of source
--   file_name VARCHAR: name of the file as it came
--   sha256 VARCHAR: file
--   sheet VARCHAR: sheet; blank for a CSV
--   la_code VARCHAR: LA; null where the source is of no LA
--   period VARCHAR: ISO date or return year
--   rows_read BIGINT: rows in the file
--   rows_loaded BIGINT: kept as they came
--   rows_mended BIGINT: kept with a change
--   rows_rejected BIGINT: not kept
--   rows_repeated BIGINT: of these, those that another row of a later or the same file tells again
--   loaded_on TIMESTAMP: when the file was loaded, UTC
CREATE TABLE wh.account AS
WITH moved AS (
  SELECT source, sha256, sheet, la_code, period,
    count(*) FILTER (WHERE fate = 'rejected' AND NOT was_mended) AS rejected_as_came,
    count(*) FILTER (WHERE fate = 'rejected' AND was_mended) AS rejected_mended,
    count(*) FILTER (WHERE fate = 'mended' AND NOT was_mended) AS newly_mended,
    count(*) FILTER (
      WHERE fate = 'rejected' AND rule IN ('LOADED_AGAIN', 'TWICE', 'TOLD_AGAIN')
    ) AS repeated
  FROM row_fate
  GROUP BY source, sha256, sheet, la_code, period
),
changed AS (
  SELECT a.*, coalesce(m.rejected_as_came, 0) AS rejected_as_came, coalesce(m.rejected_mended, 0) AS rejected_mended,
    coalesce(m.newly_mended, 0) AS newly_mended, coalesce(m.repeated, 0) AS repeated
  FROM staged_account AS a
  LEFT JOIN moved AS m
    ON m.source = a.source AND m.sha256 = a.sha256 AND m.sheet = a.sheet AND m.period = a.period
    AND m.la_code IS NOT DISTINCT FROM a.la_code
)
SELECT c.source, f.file_name, c.sha256, c.sheet, c.la_code, c.period,
  CAST(c.rows_read AS BIGINT) AS rows_read,
  CAST(c.rows_loaded - c.rejected_as_came - c.newly_mended AS BIGINT) AS rows_loaded,
  CAST(c.rows_mended - c.rejected_mended + c.newly_mended AS BIGINT) AS rows_mended,
  CAST(c.rows_rejected + c.rejected_as_came + c.rejected_mended AS BIGINT) AS rows_rejected,
  CAST(c.repeated AS BIGINT) AS rows_repeated,
  CAST(f.loaded_on AS TIMESTAMP) AS loaded_on
FROM changed AS c
JOIN loaded_file AS f ON f.sha256 = c.sha256
ORDER BY c.source, c.period, c.la_code, f.load_order, c.sheet
