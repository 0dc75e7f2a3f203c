-- Which episodes are one stay in one home, and which begin with a move to another carer (design/sources.md 1.3, 7.2)?
-- Parameters: none
-- Grain: one row per episode of care that is not temporary (T*)
-- Columns: those of care, and
--   is_move BOOLEAN: the child moved to another carer that day (RNE P or B); coming back after a temporary one is none
--   stay_from DATE: first day of the stay; one that only a legal change (L, T, U) or a temporary placement splits is one
CREATE TABLE stay AS
WITH settled AS (
  SELECT *,
    coalesce(home_urn, placement_sector) AS home,
    lag(family_code) OVER (
      PARTITION BY la_code, child_key, care_period ORDER BY started_on
    ) IS NOT DISTINCT FROM 'temporary' AS is_after_temporary
  FROM care
),
beside AS (
  SELECT *,
    (start_reason IN ('L', 'T', 'U') OR is_after_temporary)
    AND lag(started_on) OVER w IS NOT NULL
    AND lag(family_code) OVER w IS NOT DISTINCT FROM family_code
    AND lag(home) OVER w IS NOT DISTINCT FROM home AS goes_on
  FROM settled
  WHERE family_code IS DISTINCT FROM 'temporary'
  WINDOW w AS (PARTITION BY la_code, child_key, care_period ORDER BY started_on)
)
SELECT * EXCLUDE (home, is_after_temporary, goes_on),
  coalesce(start_reason IN ('P', 'B'), FALSE) AND NOT coalesce(goes_on, FALSE) AS is_move,
  max(started_on) FILTER (WHERE NOT coalesce(goes_on, FALSE)) OVER (
    PARTITION BY la_code, child_key, care_period ORDER BY started_on
  ) AS stay_from
FROM beside
