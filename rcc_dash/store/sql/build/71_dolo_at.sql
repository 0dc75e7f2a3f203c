-- Was each child under a deprivation-of-liberty order on each date, where the LA has returned its orders of the year?
-- To have returned none is to have returned: else who tells would part the LAs with an order from those without.
-- Parameters: none
-- Grain: one row per child and as-of date of which the LA has returned orders
-- Columns:
--   as_of DATE: as-of date
--   la_code VARCHAR: responsible LA
--   child_key VARCHAR: child
--   has_order BOOLEAN: an order was in force
CREATE TABLE dolo_at AS
SELECT o.as_of, o.la_code, o.child_key, count(d.child_key) > 0 AS has_order
FROM open_at AS o
JOIN told_return AS r
  ON r.source = 'ssda903_dolo' AND r.la_code = o.la_code AND r.period = CAST(year(o.as_of) AS VARCHAR)
LEFT JOIN wh.dolo AS d
  ON d.la_code = o.la_code AND d."year" = year(o.as_of) AND d.child_key = o.child_key
  AND d.started_on <= o.as_of AND (d.ended_on IS NULL OR d.ended_on > o.as_of)
GROUP BY o.as_of, o.la_code, o.child_key
