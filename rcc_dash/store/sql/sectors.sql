-- Where is each postcode sector, and how wide is it?
-- Parameters: none
-- Grain: one row per postcode sector of the UK
-- Columns:
--   postcode_sector VARCHAR: such as M1 4
--   east DOUBLE: metres on the British National Grid, of its centre; null in Northern Ireland
--   north DOUBLE: as east
--   spread_miles DOUBLE: root mean square distance of its postcodes from the centre
--   la_code VARCHAR: LA of most of its postcodes; SCO, WAL, NIR outside England
select postcode_sector, east::double as east, north::double as north, spread_miles::double as spread_miles, la_code
from sector
order by postcode_sector
