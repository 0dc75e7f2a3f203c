-- Which returns have told who is in them, be it nobody: of whom is "not there" as good as "no"?
-- A return of which no row could be loaded told of somebody who is not known, so it has not told; nor has the
-- LA then that said "nobody" before it. Earlier rows go on counting, as for every source.
-- Parameters: none
-- Grain: one row per source, LA and period
-- Columns:
--   source VARCHAR: kind of source
--   la_code VARCHAR: LA
--   period VARCHAR: ISO date or return year
CREATE TABLE told_return AS
WITH came AS (
  SELECT a.source, a.la_code, a.period, f.load_order,
    sum(a.rows_read) AS n_read, sum(a.rows_loaded + a.rows_mended) AS n_kept
  FROM staged_account AS a
  JOIN loaded_file AS f ON f.sha256 = a.sha256
  WHERE a.la_code IS NOT NULL
  GROUP BY ALL
)
SELECT source, la_code, period
FROM came
GROUP BY source, la_code, period
HAVING arg_max(n_read, load_order) = 0
  OR arg_max(n_kept, load_order) FILTER (WHERE n_kept > 0 OR n_read = 0) > 0
