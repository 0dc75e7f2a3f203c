-- How often did each rule touch an episode?
-- Parameters: none
-- Grain: one row per rule, LA and return year
-- Columns:
--   rule VARCHAR: RULE_1 to RULE_5 (RULE_3 and RULE_3A deleted the row), OVERLAP
--   la_code VARCHAR: responsible LA
--   year INTEGER: return year of the episode
--   rows BIGINT: episodes
CREATE TABLE wh.mend AS
WITH touched AS (
  SELECT la_code, CAST(period AS INTEGER) AS "year", unnest(string_split(rule, ' | ')) AS rule
  FROM row_fate
  WHERE table_name = 'episode' AND rule NOT IN ('LOADED_AGAIN', 'TWICE', 'TOLD_AGAIN')
)
SELECT rule, la_code, "year", CAST(count(*) AS BIGINT) AS "rows"
FROM touched
GROUP BY rule, la_code, "year"
ORDER BY rule, la_code, "year"
