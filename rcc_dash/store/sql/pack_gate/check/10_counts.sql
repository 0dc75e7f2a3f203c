-- A count in a release is of ten children or more, and rounded.
-- Parameters:
--   $least BIGINT: smallest number that may be shown
--   $base BIGINT: shown numbers are multiples of this
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: cells that are neither hidden nor such a count
SELECT count(*) AS wrong
FROM cell
WHERE children < $least OR children % $base <> 0
