-- What is a release made of, of when, and what became of its rows?
-- Parameters: none
-- Grain: one row per source and period
-- Columns:
--   source VARCHAR: kind of source
--   period VARCHAR: ISO date or return year
--   las BIGINT: LAs that it is of; 0 where the source is of no LA
--   files BIGINT: files that it came in
--   rows_read BIGINT: rows in the files, to the nearest 5; null for fewer than ten, as for the others
--   rows_loaded BIGINT: kept as they came
--   rows_mended BIGINT: kept with a change
--   rows_rejected BIGINT: not kept
--   rows_repeated BIGINT: of these, those that another row of a later or the same file tells again
--   loaded_on TIMESTAMP: when the latest of the files was loaded
select
  source,
  period,
  las,
  files,
  rows_read,
  rows_loaded,
  rows_mended,
  rows_rejected,
  rows_repeated,
  loaded_on::timestamp as loaded_on
from source_rows
where rows_read is not null
order by source, period
