-- What was found wrong in the files that a release is made of? Kinds of findings; no file, row or value is named.
-- Parameters:
--   $least BIGINT: fewer rows than this are not told
--   $nearest BIGINT: rows are told to the nearest multiple of this
-- Grain: one row per severity, source and finding
-- Columns:
--   severity VARCHAR: error (row rejected), mended, warning, info, not needed (row not used)
--   source VARCHAR: kind of source; null where it speaks of a file
--   code VARCHAR: code of the check
--   what VARCHAR: what is wrong
--   fix VARCHAR: how to put it right
--   files BIGINT: files in which it was found
--   rows BIGINT: rows that it was found in, to the nearest $nearest; null for fewer than $least
CREATE TABLE share.finding_rows AS
WITH told AS (
  SELECT severity, source, code, what, fix, count(DISTINCT file_name) AS files, sum("rows") AS found
  FROM wh.problem
  WHERE source IS NOT NULL
  GROUP BY severity, source, code, what, fix
)
SELECT severity, source, code, what, fix, CAST(files AS BIGINT) AS files,
  CASE WHEN found >= $least THEN CAST($nearest * round(found / $nearest) AS BIGINT) END AS "rows"
FROM told
ORDER BY severity, source, code, what, fix
