-- Which published tables are loaded, of when, and how many of their figures have no number?
-- Parameters: none
-- Grain: one row per dataset and release
-- Columns:
--   dataset VARCHAR: publisher's table
--   source VARCHAR: kind of source
--   release INTEGER: year of its latest period
--   first_period DATE: end of the earliest period
--   last_period DATE: end of the latest period
--   las BIGINT: local authorities of today that it has figures of
--   measures BIGINT: measures
--   figures BIGINT: figures
--   suppressed BIGINT: of these, suppressed by the publisher
--   low BIGINT: of these, round to zero and are not zero
--   without_number BIGINT: of these, without a number for another reason
--   replaced BIGINT: of these, told again by a later release
--   files BIGINT: files that it came in
select
  dataset,
  source,
  release,
  min(period_end) as first_period,
  max(period_end) as last_period,
  count(distinct area_code) filter (where area_level = 'la')::bigint as las,
  count(distinct measure)::bigint as measures,
  count(*)::bigint as figures,
  count(*) filter (where value_state = 'suppressed')::bigint as suppressed,
  count(*) filter (where value_state = 'low')::bigint as low,
  count(*) filter (where value is null and value_state not in ('suppressed', 'low'))::bigint as without_number,
  count(*) filter (where not is_current)::bigint as replaced,
  count(distinct sha256)::bigint as files
from published_figure
group by dataset, source, release
order by source, dataset, release
