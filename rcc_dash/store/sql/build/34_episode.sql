-- Where has each child been, by one continuous history over all returns?
-- Parameters: none
-- Grain: one row per child and start date, mended
-- Columns: those of the checked table `episode` (dates and reasons after mending), and
--   year_latest INTEGER: newest return year of the LA
--   mend VARCHAR: rules that touched the row, joined by " | "; null if none
--   sha256 VARCHAR: file it came from
CREATE TABLE wh.episode AS
SELECT source_sheet, source_row, mends, la_code, "year", child_key, record_key, started_on, start_reason, legal_status,
  need_code, place_code, provider_code, ended2 AS ended_on, end_reason2 AS end_reason, change_reason1 AS change_reason,
  origin_sector, placement_sector, placement_la, distance_miles, distance_basis, home_urn, hub_fix,
  year_latest, mend, sha256
FROM stage2_episode
ORDER BY la_code, started_on, child_key
