-- What did DfE, ONS and MHCLG publish of each area?
-- Parameters: none
-- Grain: one row per figure that is still current
-- Columns:
--   source VARCHAR: whose file it came from
--   dataset VARCHAR: the dataset
--   period_start DATE: first day of the period
--   period_end DATE: last day of it
--   area_code VARCHAR: code of the area
--   area_level VARCHAR: la, region or national
--   measure VARCHAR: code of the measure
--   dimension VARCHAR: what it is split by; null if not
--   category VARCHAR: which part; null if not split
--   dimension_2 VARCHAR: second split; null if none
--   category_2 VARCHAR: which part of it
--   value DOUBLE: the figure; null where the publisher hides it
--   value_state VARCHAR: why there is none, or that it is estimated
--   unit VARCHAR: unit of the figure
--   rounding DOUBLE: what it is rounded to; null if not told
CREATE TABLE share.published_figure AS
SELECT source, dataset, period_start, period_end, area_code, area_level, measure, dimension, category, dimension_2, category_2,
  value, value_state, unit, rounding
FROM wh.published_figure
WHERE is_current
