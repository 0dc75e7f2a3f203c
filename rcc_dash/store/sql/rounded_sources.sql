-- What is loaded, of when, and what became of its rows? Rounded, for who does not sit at the machine: a row may be a child.
-- Parameters:
--   $least BIGINT: an LA's file of fewer rows looks as if it were not there, and fewer rows are not told
--   $nearest BIGINT: rows are told to the nearest multiple of this
--   $areas BIGINT: rows of fewer LAs than this are added up from each LA's: one of two would know the other's
-- Grain: one row per source and period
-- Columns:
--   source VARCHAR: kind of source
--   period VARCHAR: ISO date or return year
--   las BIGINT: LAs that it is of; 0 where the source is of no LA
--   files BIGINT: files that it came in
--   rows_read BIGINT: rows in the files, to the nearest $nearest; null for fewer than $least, as for the others
--   rows_loaded BIGINT: kept as they came
--   rows_mended BIGINT: kept with a change
--   rows_rejected BIGINT: not kept
--   rows_repeated BIGINT: of these, those that another row of a later or the same file tells again
--   loaded_on TIMESTAMP: day on which the latest of the files was loaded
with by_la as (
  select
    source,
    period,
    la_code,
    list(distinct sha256) as shas,
    max(loaded_on) as loaded_on,
    sum(rows_read) as rows_read,
    sum(rows_loaded) as rows_loaded,
    sum(rows_mended) as rows_mended,
    sum(rows_rejected) as rows_rejected,
    sum(rows_repeated) as rows_repeated
  from wh.account
  group by source, period, la_code
  having sum(rows_read) >= $least
),
part as (
  unpivot by_la on rows_read, rows_loaded, rows_mended, rows_rejected, rows_repeated into name part value n
),
together as (
  select
    source,
    period,
    part,
    count(*) filter (where n > 0) as las,
    sum(n) as whole,
    max(n) as most,
    sum($nearest * round(n / $nearest)) filter (where n >= $least) as each
  from part
  group by source, period, part
),
told as (
  select
    source,
    period,
    part,
    case
      when las <> 1 and (las < $areas or whole - most < $least) then each
      when whole >= $least then $nearest * round(whole / $nearest)
    end::bigint as n
  from together
),
came as (
  select
    source,
    period,
    count(distinct la_code)::bigint as las,
    len(list_distinct(flatten(list(shas))))::bigint as files,
    max(loaded_on)::date::timestamp as loaded_on
  from by_la
  group by source, period
)
select
  source,
  period,
  any_value(las) as las,
  any_value(files) as files,
  max(n) filter (where part = 'rows_read') as rows_read,
  max(n) filter (where part = 'rows_loaded') as rows_loaded,
  max(n) filter (where part = 'rows_mended') as rows_mended,
  max(n) filter (where part = 'rows_rejected') as rows_rejected,
  max(n) filter (where part = 'rows_repeated') as rows_repeated,
  any_value(loaded_on) as loaded_on
from told
join came using (source, period)
group by source, period
order by source, period
