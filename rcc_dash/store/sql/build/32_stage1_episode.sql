-- Which episodes were left open in an old return, and how does each end (design/sources.md 1.6, rules 3, 3A, 2, 1A, 1)?
-- Parameters: none
-- Grain: one row per child and start date
-- Columns: those of told_episode, and
--   rule1 VARCHAR: rule that applies; null if none. RULE_3 and RULE_3A rows are to be deleted
--   ended1 DATE: end date after the rule
--   end_reason1 VARCHAR: REC after the rule; E99 is a made-up end
--   change_reason1 VARCHAR: REASON_PLACE_CHANGE after the rule; LIIAF is made up
CREATE TABLE stage1_episode AS
WITH known AS (
  SELECT *,
    struct_pack(
      start_reason := start_reason, legal_status := legal_status, place_code := place_code,
      provider_code := provider_code, placement_sector := placement_sector, home_urn := home_urn
    ) AS stay
  FROM told_episode
  WHERE turn = 1
),
beside AS (
  SELECT *,
    lead(started_on) OVER w AS next_started_on,
    lead(start_reason) OVER w AS next_start_reason,
    lead(started_on) OVER w IS NOT NULL AND lead(stay) OVER w IS NOT DISTINCT FROM stay AS next_is_same,
    lag(started_on) OVER w IS NOT NULL AND lag(stay) OVER w IS NOT DISTINCT FROM stay AS previous_is_same,
    lag("year") OVER w AS previous_year,
    make_date("year", 3, 31) AS year_end
  FROM known
  WINDOW w AS (PARTITION BY la_code, child_key ORDER BY started_on)
),
ruled AS (
  SELECT *,
    CASE
      WHEN ended_on IS NOT NULL OR "year" >= year_latest THEN NULL
      WHEN next_is_same OR previous_is_same THEN 'RULE_3'
      WHEN previous_year > "year" THEN 'RULE_3A'
      WHEN next_started_on IS NULL THEN 'RULE_2'
      WHEN next_start_reason = 'S' THEN 'RULE_1A'
      ELSE 'RULE_1'
    END AS rule1
  FROM beside
)
SELECT *,
  CASE rule1
    WHEN 'RULE_2' THEN greatest(year_end, started_on)
    WHEN 'RULE_1A' THEN greatest(least(year_end, CAST(next_started_on - INTERVAL 1 DAY AS DATE)), started_on)
    WHEN 'RULE_1' THEN next_started_on
    ELSE ended_on
  END AS ended1,
  CASE
    WHEN rule1 IN ('RULE_2', 'RULE_1A') THEN 'E99'
    WHEN rule1 = 'RULE_1' THEN 'X1'
    ELSE end_reason
  END AS end_reason1,
  CASE
    WHEN rule1 = 'RULE_1' AND next_start_reason IN ('P', 'B', 'T', 'U') THEN 'LIIAF'
    ELSE change_reason
  END AS change_reason1
FROM ruled
