-- Does any account not add up, or count less than nothing?
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: accounts that are wrong; 0 is right
SELECT CAST(count(*) AS BIGINT) AS wrong
FROM account
WHERE rows_read <> rows_loaded + rows_mended + rows_rejected
  OR least(rows_read, rows_loaded, rows_mended, rows_rejected) < 0
