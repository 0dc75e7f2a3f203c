-- Children of before stand for an LA on a date.
-- Parameters:
--   $as_of DATE: date for which they stand
-- Grain: one row per child
-- Columns: those of the build's table of children; null where they were not told at the time
INSERT INTO share.as_at BY NAME
SELECT * REPLACE (CAST($as_of AS DATE) AS as_of)
FROM carried
