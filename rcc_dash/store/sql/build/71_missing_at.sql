-- How often was each child missing in the year to each date, where the LA has returned that, be it none?
-- Parameters: none
-- Grain: one row per child and as-of date of which the LA has returned missing children
-- Columns:
--   as_of DATE: as-of date
--   la_code VARCHAR: responsible LA
--   child_key VARCHAR: child
--   missing_12m INTEGER: times that began in the twelve months to the date; away without authorisation left out
CREATE TABLE missing_at AS
SELECT o.as_of, o.la_code, o.child_key, CAST(count(DISTINCT m.started_on) AS INTEGER) AS missing_12m
FROM open_at AS o
JOIN told_return AS r
  ON r.source = 'ssda903_missing' AND r.la_code = o.la_code AND r.period = CAST(year(o.as_of) AS VARCHAR)
LEFT JOIN wh.missing AS m
  ON m.la_code = o.la_code AND m.child_key = o.child_key AND m.kind IS DISTINCT FROM 'A'
  AND m.started_on > o.as_of - INTERVAL 1 YEAR AND m.started_on <= o.as_of
GROUP BY o.as_of, o.la_code, o.child_key
