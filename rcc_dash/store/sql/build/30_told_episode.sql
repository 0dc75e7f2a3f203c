-- Which episodes do the returns that count tell, which of several tellings is to be kept, and which return is the LA's newest?
-- Parameters: none
-- Grain: one row per episode of a return that counts
-- Columns: those of staged_episode, and
--   year_latest INTEGER: newest return year of the LA
--   turn BIGINT: 1 for the telling that is kept of each child and start date: latest end date, then latest return
CREATE TABLE told_episode AS
SELECT e.*,
  max(e."year") OVER (PARTITION BY e.la_code) AS year_latest,
  row_number() OVER (
    PARTITION BY e.la_code, e.child_key, e.started_on
    ORDER BY e.ended_on DESC NULLS LAST, e."year" DESC, e.load_order DESC, e.source_sheet, e.source_row
  ) AS turn
FROM staged_episode AS e
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'episode' AND f.sha256 = e.sha256
    AND f.sheet = coalesce(e.source_sheet, '') AND f.source_row = e.source_row
)
