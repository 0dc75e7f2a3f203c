-- What was found wrong, how often, and how is it mended?
-- Parameters: none
-- Grain: one row per severity, source and finding
-- Columns:
--   severity VARCHAR: error (row rejected), mended, warning, info, not needed (row not used)
--   source VARCHAR: kind of source; null where it speaks of a file
--   code VARCHAR: code of the check
--   what VARCHAR: what is wrong
--   fix VARCHAR: how to put it right
--   files BIGINT: files in which it was found
--   example_file VARCHAR: name of one of them
--   example_row INTEGER: a row of that file; null where it speaks of several
--   rows BIGINT: rows that it was found in
select
  severity,
  source,
  code,
  what,
  fix,
  count(distinct file_name)::bigint as files,
  min(file_name) as example_file,
  arg_min("row", file_name)::integer as example_row,
  sum("rows")::bigint as "rows"
from problem
group by severity, source, code, what, fix
order by
  case severity when 'error' then 0 when 'mended' then 1 when 'warning' then 2 else 3 end,
  sum("rows") desc,
  code,
  what
