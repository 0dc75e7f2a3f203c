-- Which local authorities are there, and which region, cooperative and sub-region is each in?
-- Parameters: none
-- Grain: one row per LA of England
-- Columns:
--   la_code VARCHAR: DfE's area code
--   name VARCHAR: name for people
--   dfe_code VARCHAR: DfE's three-digit code
--   region_name VARCHAR: region of England
--   rcc_code VARCHAR: regional care cooperative; null if in none
--   sub_region_code VARCHAR: part of the cooperative that plans together; null if none
CREATE TABLE wh.area AS
SELECT la_code, name, dfe_code, region_name, rcc_code, sub_region_code
FROM reference_area
ORDER BY la_code
