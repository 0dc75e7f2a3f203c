-- Which episodes are told again in another return of the same LA, which is kept in their place?
-- Parameters: none
-- Grain: adds one row to row_fate per telling that is not kept
-- Columns: those of row_fate
INSERT INTO row_fate
SELECT 'episode', 'ssda903_episodes', e.sha256, coalesce(e.source_sheet, ''), e.source_row, e.mends IS NOT NULL,
  e.la_code, CAST(e."year" AS VARCHAR), 'rejected',
  CASE WHEN e."year" = k."year" THEN 'TWICE' ELSE 'TOLD_AGAIN' END
FROM told_episode AS e
JOIN told_episode AS k
  ON k.la_code = e.la_code AND k.child_key = e.child_key AND k.started_on = e.started_on AND k.turn = 1
WHERE e.turn > 1
