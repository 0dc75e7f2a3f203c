-- Is any child there twice on one date?
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: children there twice; 0 is right
WITH twice AS (
  SELECT as_of, record_key FROM as_at GROUP BY as_of, record_key HAVING count(*) > 1
)
SELECT CAST(count(*) AS BIGINT) AS wrong
FROM twice
