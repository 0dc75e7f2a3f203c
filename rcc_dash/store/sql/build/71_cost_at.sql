-- What did the placement that a child was in cost a week, by the latest extract of the year to the date?
-- Parameters: none
-- Grain: one row per child, kind of placement and as-of date
-- Columns: those of wh.placement_cost but as_of, and
--   as_of DATE: as-of date
--   extract_on DATE: last day that the extract covers
--   place_code VARCHAR: PLACE of the cost; an episode that only changes legal status keeps it, with a later start
CREATE TABLE cost_at AS
SELECT d.as_of, c.as_of AS extract_on, c.* EXCLUDE (as_of)
FROM (SELECT as_of FROM open_at GROUP BY as_of) AS d
JOIN wh.placement_cost AS c
  ON c.as_of <= d.as_of
  AND c.as_of > d.as_of - INTERVAL 1 YEAR
  AND c.started_on <= d.as_of
  AND (c.ended_on IS NULL OR c.ended_on > d.as_of)
QUALIFY row_number() OVER (
  PARTITION BY d.as_of, c.la_code, c.child_key, c.place_code
  ORDER BY c.weekly_cost_gbp IS NULL, c.as_of DESC, c.started_on DESC, c.load_order DESC
) = 1
