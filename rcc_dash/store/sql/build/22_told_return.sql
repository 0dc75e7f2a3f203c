-- Which returns have told who is in them, be it nobody: of whom is "not there" as good as "no"?
-- A return of which no row could be loaded told of somebody who is not known, so it has not told; nor has the
-- LA then that said "nobody" before it. Earlier rows go on counting, as for every source.
-- A region's file tells of nobody in every LA of the region that is not in it: one that returned episodes of the
-- year, and shares a cooperative, or a file of episodes, with one that is. What the LA says itself goes before.
-- Parameters: none
-- Grain: one row per source, LA and period
-- Columns:
--   source VARCHAR: kind of source
--   la_code VARCHAR: LA
--   period VARCHAR: ISO date or return year
CREATE TABLE told_return AS
WITH came AS (
  SELECT a.source, a.la_code, a.period, f.load_order, bool_or(a.is_regional) AS is_regional,
    sum(a.rows_read) AS n_read, sum(a.rows_loaded + a.rows_mended) AS n_kept
  FROM staged_account AS a
  JOIN loaded_file AS f ON f.sha256 = a.sha256
  WHERE a.la_code IS NOT NULL
  GROUP BY ALL
),
returned AS (
  SELECT a.la_code, a.period, a.sha256, r.rcc_code
  FROM staged_account AS a
  JOIN loaded_file AS f ON f.sha256 = a.sha256
  JOIN wh.area AS r ON r.la_code = a.la_code
  WHERE a.source = 'ssda903_episodes' AND a.rows_loaded + a.rows_mended > 0
),
left_out AS (
  SELECT c.source, o.la_code, c.period
  FROM came AS c
  JOIN returned AS own ON own.la_code = c.la_code AND own.period = c.period
  JOIN returned AS o ON o.period = c.period AND (o.rcc_code = own.rcc_code OR o.sha256 = own.sha256)
  WHERE c.is_regional
  EXCEPT
  SELECT source, la_code, period FROM came
)
SELECT source, la_code, period
FROM came
GROUP BY source, la_code, period
HAVING arg_max(n_read, load_order) = 0
  OR arg_max(n_kept, load_order) FILTER (WHERE n_kept > 0 OR n_read = 0) > 0
UNION ALL
SELECT source, la_code, period FROM left_out
