-- Where is each postcode sector, and how wide is it?
-- Parameters: none
-- Grain: one row per postcode sector of the UK
-- Columns:
--   postcode_sector VARCHAR: such as M1 4
--   east INTEGER: metres on the British National Grid; null in Northern Ireland
--   north INTEGER: as east
--   lat DOUBLE: degrees; null in Northern Ireland
--   lon DOUBLE: as lat
--   la_code VARCHAR: LA of most of its postcodes; SCO, WAL, NIR outside England
--   spread_miles DOUBLE: root mean square distance of its postcodes from the centre
--   hex6 VARCHAR: H3 cell of resolution 6 of the centre
--   hex5 VARCHAR: its parent of resolution 5
CREATE TABLE wh.sector AS
SELECT postcode_sector, east, north, lat, lon, la_code, spread_miles, hex6, hex5
FROM reference_sector
ORDER BY postcode_sector
