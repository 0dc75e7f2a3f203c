-- Which LAs are there, and in which region and cooperative?
-- Parameters: none
-- Grain: one row per LA
-- Columns:
--   la_code VARCHAR: DfE's nine-character code
--   name VARCHAR: name of the LA
--   dfe_code VARCHAR: DfE's three-digit code
--   region_name VARCHAR: region of England
--   rcc_code VARCHAR: regional care cooperative; null if in none
--   sub_region_code VARCHAR: its part; null if in none
CREATE TABLE share.area AS
SELECT la_code, name, dfe_code, region_name, rcc_code, sub_region_code
FROM wh.area
