-- Which episode was each child in on 31 March of every return year that its LA loaded?
-- Parameters: none
-- Grain: one row per child and date
-- Columns: those of care, and
--   as_of DATE: the date
CREATE TABLE open_at AS
WITH return_date AS (
  SELECT la_code, make_date("year", 3, 31) AS as_of
  FROM told_episode
  GROUP BY la_code, "year"
)
-- An episode that a return left open and no later one told of ends on its last 31 March by rule (E99):
-- that return counted the child on the day.
SELECT d.as_of, c.*
FROM return_date AS d
JOIN care AS c
  ON c.la_code = d.la_code
  AND c.started_on <= d.as_of
  AND (c.ended_on IS NULL OR c.ended_on > d.as_of OR (c.ended_on = d.as_of AND c.end_reason = 'E99'))
QUALIFY row_number() OVER (PARTITION BY d.as_of, c.la_code, c.child_key ORDER BY c.started_on DESC) = 1
