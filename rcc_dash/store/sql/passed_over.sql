-- Which sheets hold no data of ours, and why?
-- Parameters: none
-- Grain: one row per sheet passed over
-- Columns:
--   file_name VARCHAR: name of the file as it came
--   sheet VARCHAR: sheet
--   why VARCHAR: the reason, for people
select file_name, sheet, why
from passed_over
order by file_name, sheet
