-- Which children stand for an LA on an earlier date of the same release?
-- Parameters:
--   $la_code VARCHAR: LA
--   $as_of DATE: date
-- Grain: one row per child
-- Columns: those of the build's table of children
SELECT *
FROM share.as_at
WHERE la_code = $la_code AND as_of = $as_of
