-- Has every child the values by which cells are counted, once for each date?
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: children and dates that are in one of the two tables only; 0 is right
SELECT CAST(count(*) AS BIGINT) AS wrong
FROM (SELECT as_of, la_code, record_key, count(*) AS times FROM as_at GROUP BY ALL) AS c
FULL JOIN (SELECT as_of, la_code, record_key, count(*) AS times FROM child_cell GROUP BY ALL) AS v
  ON v.as_of = c.as_of AND v.la_code = c.la_code AND v.record_key = c.record_key AND v.times = c.times
WHERE c.times IS NULL OR v.times IS NULL
