-- Which episodes run into the next return's, or stop short of it (rules 4 and 5), and which still overlap (cut)?
-- Parameters: none
-- Grain: one row per child and start date that stage 1 kept
-- Columns: those of stage1_episode, and
--   ended2 DATE: end date after the rules; null while open
--   end_reason2 VARCHAR: REC after the rules
--   mend VARCHAR: every rule that touched the row, joined by " | "; null if none
CREATE TABLE stage2_episode AS
WITH kept AS (
  SELECT * FROM stage1_episode WHERE rule1 IS NULL OR rule1 NOT IN ('RULE_3', 'RULE_3A')
),
beside AS (
  SELECT *,
    lead(started_on) OVER w AS next_kept_on,
    lead("year") OVER w AS next_year
  FROM kept
  WINDOW w AS (PARTITION BY la_code, child_key ORDER BY started_on)
),
ruled AS (
  SELECT *,
    CASE
      WHEN next_year > "year" AND ended1 > next_kept_on THEN 'RULE_4'
      WHEN next_year > "year" AND ended1 < next_kept_on AND end_reason1 = 'X1' THEN 'RULE_5'
      WHEN next_kept_on < coalesce(ended1, DATE '9999-12-31') THEN 'OVERLAP'
    END AS rule2
  FROM beside
)
SELECT *,
  CASE WHEN rule2 IS NULL THEN ended1 ELSE next_kept_on END AS ended2,
  CASE WHEN rule2 = 'OVERLAP' THEN coalesce(end_reason1, 'X1') ELSE end_reason1 END AS end_reason2,
  nullif(concat_ws(' | ', rule1, rule2), '') AS mend
FROM ruled
