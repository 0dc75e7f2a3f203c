-- Which sheets were not loaded, and why?
-- Parameters: none
-- Grain: one row per sheet passed over
-- Columns:
--   file_name VARCHAR: name of the file as it came
--   sheet VARCHAR: sheet
--   why VARCHAR: the reason, for people
CREATE TABLE wh.passed_over AS
SELECT f.file_name, p.sheet, p.why
FROM staged_passed_over AS p
JOIN loaded_file AS f ON f.sha256 = p.sha256
ORDER BY f.load_order, p.sheet
