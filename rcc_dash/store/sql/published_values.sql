-- What was published of one measure, in every area and period?
-- Parameters:
--   $measure VARCHAR: code of the measure
--   $category VARCHAR: what it is of, in the publisher's words of the latest edition
--   $category_2 VARCHAR: the second thing that it is of; blank where the table crosses nothing
-- Grain: one row per dataset, area and period; the latest release of each dataset only
-- Columns:
--   dataset VARCHAR: publisher's table
--   release INTEGER: year of its latest period
--   area_code VARCHAR: LA, former LA, region or country
--   area_level VARCHAR: country, region, la or former_la
--   period_end DATE: last day counted, or the date
--   value DOUBLE: in the measure's unit; null where value_state says why
--   value_state VARCHAR: known, suppressed, not_available, not_applicable, low and others
--   mark VARCHAR: the publisher's own mark; null beside a plain number
--   rounding DOUBLE: published to the nearest this; null if not said
select dataset, release, area_code, area_level, period_end, value, value_state, mark, rounding
from published_figure
where is_current and measure = $measure and category = $category and coalesce(category_2, '') = $category_2
order by period_end, area_code, dataset
