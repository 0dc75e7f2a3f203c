-- What became of every row read, by file and sheet?
-- Parameters: none
-- Grain: one row per file, sheet, source, LA and period
-- Columns:
--   sha256 VARCHAR: file
--   source VARCHAR: kind of source
--   sheet VARCHAR: sheet; blank for a CSV
--   la_code VARCHAR: LA; null where the source is of no LA
--   period VARCHAR: ISO date or return year
--   rows_read BIGINT: rows in the file
--   rows_loaded BIGINT: kept as they came
--   rows_mended BIGINT: kept with a change
--   rows_rejected BIGINT: not kept
select sha256, source, sheet, la_code, period, rows_read, rows_loaded, rows_mended, rows_rejected
from account
order by source, period, la_code, sheet
