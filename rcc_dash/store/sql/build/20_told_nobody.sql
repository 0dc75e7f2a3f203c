-- Which returns came as headings alone, which say that there is nobody?
-- Parameters: none
-- Grain: one row per file, source, LA and return year without a row
-- Columns:
--   source VARCHAR: kind of source
--   la_code VARCHAR: LA
--   period VARCHAR: return year
--   load_order INTEGER: 1 is the file loaded first
--   return_key VARCHAR: what is replaced as a whole when it is submitted again, as in staged_row: these sources
--     are named after their tables
CREATE TABLE told_nobody AS
SELECT a.source, a.la_code, a.period, f.load_order,
  concat_ws('|', replace(a.source, 'ssda903_', ''), a.la_code, a.period) AS return_key
FROM staged_account AS a
JOIN loaded_file AS f ON f.sha256 = a.sha256
WHERE a.rows_read = 0
