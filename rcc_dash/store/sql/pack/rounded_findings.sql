-- What was found wrong in the files that a release is made of?
-- Parameters: none
-- Grain: one row per severity, source and finding
-- Columns:
--   severity VARCHAR: error (row rejected), mended, warning, info, not needed (row not used)
--   source VARCHAR: kind of source
--   code VARCHAR: code of the check
--   what VARCHAR: what is wrong
--   fix VARCHAR: how to put it right
--   files BIGINT: files in which it was found
--   rows BIGINT: rows that it was found in, to the nearest 5; fewer than ten have no row
select severity, source, code, what, fix, files, "rows"
from finding_rows
where "rows" is not null
order by
  case severity when 'error' then 0 when 'mended' then 1 when 'warning' then 2 else 3 end,
  "rows" desc,
  code,
  what
