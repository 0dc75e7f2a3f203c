-- Rows of files in a release are rounded, of ten or more, and no text about them holds a postcode or a number.
-- Parameters:
--   $least BIGINT: smallest number that may be shown
--   $nearest BIGINT: rows are told to the nearest multiple of this
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: rows that tell more
WITH told AS (
  SELECT unnest([rows_read, rows_loaded, rows_mended, rows_rejected, rows_repeated]) AS n FROM source_rows
  UNION ALL
  SELECT "rows" AS n FROM finding_rows
),
said AS (
  SELECT DISTINCT unnest([what, fix]) AS words FROM finding_rows
)
SELECT
  (SELECT count(*) FROM told WHERE n < $least OR n % $nearest <> 0)
  + (
    SELECT count(*)
    FROM said
    WHERE regexp_matches(words, '[0-9]{6}')
      OR regexp_matches(words, '[0-9a-fA-F]{16}')
      OR regexp_matches(words, '(?i)(^|[^a-z0-9])[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}($|[^a-z0-9])')
  ) AS wrong
