-- Which placements cost much more or less a week than in the extract before?
-- Parameters: none
-- Grain: adds one row to row_doubt per placement and extract
-- Columns: those of row_doubt
INSERT INTO row_doubt
WITH told AS (
  SELECT *,
    lag(weekly_cost_gbp) OVER (
      PARTITION BY la_code, child_key, started_on, place_code ORDER BY as_of
    ) AS before_gbp
  FROM wh.placement_cost
  WHERE weekly_cost_gbp > 0
)
SELECT 'COST_JUMPED', 'placement_costs', sha256, coalesce(source_sheet, ''), source_row, la_code, CAST(as_of AS VARCHAR)
FROM told
WHERE abs(weekly_cost_gbp - before_gbp) > 0.5 * before_gbp
