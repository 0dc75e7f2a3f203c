-- In which stay was each child on each date, a temporary placement counting as the stay that it interrupts?
-- Parameters: none
-- Grain: one row per child and as-of date
-- Columns: as in as_at (73) where they have its names, and
--   as_of DATE: as-of date
--   la_code VARCHAR: responsible LA
--   child_key VARCHAR: child
--   family_code VARCHAR: family of the placement; null if the code is unknown
--   provider_code VARCHAR: PLACE_PROVIDER
--   placed_on DATE: first day of the stay, legal changes and temporary placements in between left out
CREATE TABLE stay_at AS
SELECT o.as_of, o.la_code, o.child_key, o.record_key, o.legal_status, o.need_code, o.care_started_on,
  coalesce(t.stay_from, s.started_on) AS placed_on,
  s.family_code, s.place_code, s.provider_code, s.placement_la, s.distance_miles, s.distance_basis, s.origin_sector,
  s.placement_sector, s.home_urn
FROM open_at AS o
JOIN care AS s ON s.la_code = o.la_code AND s.child_key = o.child_key AND s.started_on = o.stay_started_on
LEFT JOIN stay AS t ON t.la_code = s.la_code AND t.child_key = s.child_key AND t.started_on = s.started_on
