-- What is loaded, of when, and what became of its rows?
-- Parameters: none
-- Grain: one row per source and period
-- Columns:
--   source VARCHAR: kind of source
--   period VARCHAR: ISO date or return year
--   las BIGINT: LAs that it is of; 0 where the source is of no LA
--   files BIGINT: files that it came in
--   rows_read BIGINT: rows in the files
--   rows_loaded BIGINT: kept as they came
--   rows_mended BIGINT: kept with a change
--   rows_rejected BIGINT: not kept
--   rows_repeated BIGINT: of these, those that another row of a later or the same file tells again
--   loaded_on TIMESTAMP: when the latest of the files was loaded, UTC
select
  source,
  period,
  count(distinct la_code)::bigint as las,
  count(distinct sha256)::bigint as files,
  sum(rows_read)::bigint as rows_read,
  sum(rows_loaded)::bigint as rows_loaded,
  sum(rows_mended)::bigint as rows_mended,
  sum(rows_rejected)::bigint as rows_rejected,
  sum(rows_repeated)::bigint as rows_repeated,
  max(loaded_on) as loaded_on
from account
group by source, period
order by source, period
