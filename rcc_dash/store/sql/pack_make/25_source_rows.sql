-- How many rows of which sources is a release made of? Rounded as for whoever does not sit at the machine.
-- Parameters: none; `rounded_sources` is registered, what the question of that name gives
-- Grain: one row per source and period
-- Columns:
--   source VARCHAR: kind of source
--   period VARCHAR: ISO date or return year
--   las BIGINT: LAs that it is of; 0 where the source is of no LA
--   files BIGINT: files that it came in
--   rows_read BIGINT: rows in the files, rounded; null for too few, as for the others
--   rows_loaded BIGINT: kept as they came
--   rows_mended BIGINT: kept with a change
--   rows_rejected BIGINT: not kept
--   rows_repeated BIGINT: of these, those that another row of a later or the same file tells again
--   loaded_on DATE: when the latest of the files was loaded
CREATE TABLE share.source_rows AS
SELECT source, period, las, files, rows_read, rows_loaded, rows_mended, rows_rejected, rows_repeated,
  CAST(loaded_on AS DATE) AS loaded_on
FROM rounded_sources
ORDER BY source, period
