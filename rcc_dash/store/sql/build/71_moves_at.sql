-- How often had each child moved to another carer in the year to each date?
-- Parameters: none
-- Grain: one row per child and as-of date
-- Columns:
--   as_of DATE: as-of date
--   la_code VARCHAR: responsible LA
--   child_key VARCHAR: child
--   moves_12m INTEGER: moves (RNE P or B) of the twelve months to the date, temporary placements left out
CREATE TABLE moves_at AS
SELECT o.as_of, o.la_code, o.child_key, CAST(count(s.started_on) AS INTEGER) AS moves_12m
FROM open_at AS o
LEFT JOIN stay AS s
  ON s.la_code = o.la_code AND s.child_key = o.child_key AND s.is_move
  AND s.started_on > o.as_of - INTERVAL 1 YEAR AND s.started_on <= o.as_of
GROUP BY o.as_of, o.la_code, o.child_key
