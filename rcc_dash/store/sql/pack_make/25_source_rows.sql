-- How many rows of which sources is a release made of? Rounded: a row may be a child.
-- Parameters:
--   $least BIGINT: fewer rows than this are not told
--   $nearest BIGINT: rows are told to the nearest multiple of this
-- Grain: one row per source and period
-- Columns:
--   source VARCHAR: kind of source
--   period VARCHAR: ISO date or return year
--   las BIGINT: LAs that it is of; 0 where the source is of no LA
--   files BIGINT: files that it came in
--   rows_read BIGINT: rows in the files, to the nearest $nearest; null for fewer than $least, as for the others
--   rows_loaded BIGINT: kept as they came
--   rows_mended BIGINT: kept with a change
--   rows_rejected BIGINT: not kept
--   rows_repeated BIGINT: of these, those that another row of a later or the same file tells again
--   loaded_on DATE: when the latest of the files was loaded
CREATE TABLE share.source_rows AS
WITH told AS (
  SELECT source, period, count(DISTINCT la_code) AS las, count(DISTINCT sha256) AS files,
    max(loaded_on) AS loaded_on, sum(rows_read) AS rows_read, sum(rows_loaded) AS rows_loaded,
    sum(rows_mended) AS rows_mended, sum(rows_rejected) AS rows_rejected, sum(rows_repeated) AS rows_repeated
  FROM wh.account
  GROUP BY source, period
)
SELECT source, period, CAST(las AS BIGINT) AS las, CAST(files AS BIGINT) AS files,
  CASE WHEN rows_read >= $least THEN CAST($nearest * round(rows_read / $nearest) AS BIGINT) END AS rows_read,
  CASE WHEN rows_loaded >= $least THEN CAST($nearest * round(rows_loaded / $nearest) AS BIGINT) END AS rows_loaded,
  CASE WHEN rows_mended >= $least THEN CAST($nearest * round(rows_mended / $nearest) AS BIGINT) END AS rows_mended,
  CASE WHEN rows_rejected >= $least THEN CAST($nearest * round(rows_rejected / $nearest) AS BIGINT) END AS rows_rejected,
  CASE WHEN rows_repeated >= $least THEN CAST($nearest * round(rows_repeated / $nearest) AS BIGINT) END AS rows_repeated,
  CAST(loaded_on AS DATE) AS loaded_on
FROM told
ORDER BY source, period
