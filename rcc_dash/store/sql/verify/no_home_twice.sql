-- Is any provider there twice on one date?
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: providers there twice; 0 is right
WITH twice AS (
  SELECT as_of, urn FROM home_at GROUP BY as_of, urn HAVING count(*) > 1
)
SELECT CAST(count(*) AS BIGINT) AS wrong
FROM twice
