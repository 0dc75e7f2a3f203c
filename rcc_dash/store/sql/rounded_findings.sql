-- What was found wrong in the files, for who does not sit at the machine? Kinds of findings; no file, row or value is named.
-- Parameters:
--   $least BIGINT: what was found in fewer rows, or in an LA's file of fewer, looks as if it had not been found
--   $nearest BIGINT: rows are told to the nearest multiple of this
--   $areas BIGINT: rows of fewer LAs than this are added up from each LA's: one of two would know the other's
-- Grain: one row per severity, source and finding
-- Columns:
--   severity VARCHAR: error (row rejected), mended, warning, info, not needed (row not used)
--   source VARCHAR: kind of source
--   code VARCHAR: code of the check
--   what VARCHAR: what is wrong
--   fix VARCHAR: how to put it right
--   files BIGINT: files in which it was found
--   rows BIGINT: rows that it was found in, to the nearest $nearest
with small as (
  select source, period, la_code
  from wh.account
  group by all
  having sum(rows_read) < $least
),
by_la as (
  select severity, source, code, what, fix, la_code, list(distinct file_name) as names, sum("rows") as n
  from wh.problem
  anti join small using (source, period, la_code)
  where source is not null
  group by all
),
together as (
  select
    severity,
    source,
    code,
    what,
    fix,
    len(list_distinct(flatten(list(names))))::bigint as files,
    count(*) filter (where n > 0) as las,
    sum(n) as whole,
    max(n) as most,
    sum($nearest * round(n / $nearest)) filter (where n >= $least) as each
  from by_la
  group by all
),
told as (
  select
    severity,
    source,
    code,
    what,
    fix,
    files,
    case
      when las <> 1 and (las < $areas or whole - most < $least) then each
      when whole >= $least then $nearest * round(whole / $nearest)
    end::bigint as "rows"
  from together
)
select severity, source, code, what, fix, files, "rows"
from told
where "rows" is not null
order by
  case severity when 'error' then 0 when 'mended' then 1 when 'warning' then 2 else 3 end,
  "rows" desc,
  code,
  what
