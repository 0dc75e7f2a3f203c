-- Every cell and figure in a release belongs to a question that is told.
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: rows without one
SELECT
  (SELECT count(*) FROM cell AS t WHERE NOT EXISTS (SELECT 1 FROM asked AS a WHERE a.asked = t.asked))
  + (SELECT count(*) FROM bed AS t WHERE NOT EXISTS (SELECT 1 FROM asked AS a WHERE a.asked = t.asked))
  + (SELECT count(*) FROM figure AS t WHERE NOT EXISTS (SELECT 1 FROM asked AS a WHERE a.asked = t.asked)) AS wrong
