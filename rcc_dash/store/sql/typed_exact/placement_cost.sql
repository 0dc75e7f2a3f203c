-- What did each placement of these LAs cost a week?
-- Parameters:
--   $la_codes VARCHAR[]: LAs whose placements they are
-- Grain: one row per placement and extract; nothing joins those of one child
-- Columns (null: not stated):
--   la_code VARCHAR: responsible LA
--   year INTEGER: financial year
--   as_of DATE: last day that the cost covers
--   started_month DATE: first of the month in which the placement began
--   place_code VARCHAR: PLACE
--   provider_code VARCHAR: PLACE_PROVIDER
--   legal_status VARCHAR: LS
--   sourcing_route VARCHAR: framework, spot or block
--   placement_la VARCHAR: LA of placement; SCO, WAL, NIR outside England; null if unknown
--   distance_miles INTEGER: straight line, whole miles; null if either end is unknown
--   weekly_cost_gbp DOUBLE: pounds a week
--   social_care_gbp DOUBLE: social care's part of it
--   education_gbp DOUBLE: education's part
--   health_gbp DOUBLE: health's part
CREATE TABLE share.placement_cost AS
SELECT la_code, "year", as_of, CAST(date_trunc('month', started_on) AS DATE) AS started_month, place_code,
  provider_code, legal_status, sourcing_route, placement_la, CAST(round(distance_miles) AS INTEGER) AS distance_miles,
  weekly_cost_gbp, social_care_gbp, education_gbp, health_gbp
FROM wh.placement_cost
WHERE list_contains($la_codes, la_code)
ORDER BY ALL
