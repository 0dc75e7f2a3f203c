-- Do children stand in the order in which questions hand them over, which they then need not sort again?
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: children who stand before the one that they should stand after; 0 is right
WITH pair AS (
  SELECT ROW(as_of, la_code, record_key) AS own, lag(ROW(as_of, la_code, record_key)) OVER () AS before
  FROM as_at
)
SELECT CAST(count(*) AS BIGINT) AS wrong
FROM pair
WHERE own < before AND before IS NOT NULL
