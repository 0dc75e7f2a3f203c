-- Which placements began and ended in these LAs' returns?
-- Parameters:
--   $la_codes VARCHAR[]: LAs whose returns they are
-- Grain: one row per episode, mended; nothing joins the episodes of one child
-- Columns (null: not stated):
--   la_code VARCHAR: responsible LA
--   year INTEGER: return year that told it; 2025 ends on 31 March 2025
--   started_month DATE: first of the month in which it began
--   start_reason VARCHAR: RNE
--   legal_status VARCHAR: LS
--   need_code VARCHAR: CIN
--   place_code VARCHAR: PLACE
--   provider_code VARCHAR: PLACE_PROVIDER
--   ended_month DATE: first of the month in which it ended; null while open
--   end_reason VARCHAR: REC
--   change_reason VARCHAR: REASON_PLACE_CHANGE
--   placement_la VARCHAR: LA of placement; SCO, WAL, NIR outside England; null if unknown
--   distance_miles INTEGER: straight line, whole miles; null if either end is unknown
CREATE TABLE share.episode AS
SELECT la_code, "year", CAST(date_trunc('month', started_on) AS DATE) AS started_month, start_reason, legal_status,
  need_code, place_code, provider_code, CAST(date_trunc('month', ended_on) AS DATE) AS ended_month, end_reason,
  change_reason, placement_la, CAST(round(distance_miles) AS INTEGER) AS distance_miles
FROM wh.episode
WHERE list_contains($la_codes, la_code)
ORDER BY ALL
