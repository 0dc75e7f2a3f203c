-- Which children stood for an LA on a date in the release before?
-- Parameters:
--   $la_code VARCHAR: LA
--   $as_of DATE: date
-- Grain: one row per child
-- Columns: those of the build's table of children at the time
SELECT *
FROM wh.released
WHERE la_code = $la_code AND as_of = $as_of
