-- Which episodes count as being looked after, in which period of care, and what stay does a temporary one interrupt?
-- Parameters: none
-- Grain: one row per mended episode that is not a short break (V3, V4)
-- Columns: those of wh.episode, and
--   family_code VARCHAR: family of the placement; null if the code is unknown
--   care_period BIGINT: number of the child's period of care; 0 before the first start (RNE S) that is known
--   care_started_on DATE: first day of that period; null where no start is known
--   stay_started_on DATE: start of the placement that a temporary one (T*) interrupts; its own start if none
CREATE TABLE care AS
WITH period AS (
  SELECT e.*, p.family_code,
    count(*) FILTER (WHERE e.start_reason = 'S') OVER w AS care_period,
    max(e.started_on) FILTER (WHERE e.start_reason = 'S') OVER w AS care_started_on
  FROM wh.episode AS e
  LEFT JOIN reference_place AS p ON p.place_code = e.place_code
  WHERE e.legal_status IS NULL OR e.legal_status NOT IN (SELECT legal_status FROM reference_short_break)
  WINDOW w AS (PARTITION BY e.la_code, e.child_key ORDER BY e.started_on)
)
SELECT *,
  coalesce(
    max(started_on) FILTER (WHERE family_code IS DISTINCT FROM 'temporary') OVER (
      PARTITION BY la_code, child_key, care_period ORDER BY started_on
    ),
    started_on
  ) AS stay_started_on
FROM period
