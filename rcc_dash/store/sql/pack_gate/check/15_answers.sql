-- Every cell and figure in a release belongs to a question that is told.
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: rows without one
SELECT
  (SELECT count(*) FROM cell WHERE asked NOT IN (SELECT a.asked FROM asked AS a))
  + (SELECT count(*) FROM bed WHERE asked NOT IN (SELECT a.asked FROM asked AS a))
  + (SELECT count(*) FROM figure WHERE asked NOT IN (SELECT a.asked FROM asked AS a)) AS wrong
