-- What did DfE, ONS and MHCLG publish of each area?
-- Parameters: none
-- Grain: one row per published figure
-- Columns:
--   source VARCHAR: who published it
--   dataset VARCHAR: of which set
--   release VARCHAR: which edition
--   period_start DATE: its first day
--   period_end DATE: last day of its period
--   area_code VARCHAR: area
--   area_level VARCHAR: la, region or national
--   measure VARCHAR: what is told
--   dimension VARCHAR: what it is split by; null if not
--   category VARCHAR: of whom
--   dimension_2 VARCHAR: second split; null if none
--   category_2 VARCHAR: and further; null without
--   value DOUBLE: the figure; null where it is withheld
--   value_state VARCHAR: whether it is there
--   mark VARCHAR: what was written instead
--   unit VARCHAR: unit of the figure
--   rounding VARCHAR: how it was rounded
--   is_current BOOLEAN: no later edition tells it again
--   sha256 VARCHAR: number of the file that it came from
CREATE TABLE share.published_figure AS
SELECT source, dataset, release, period_start, period_end, area_code, area_level, measure, dimension, category,
  dimension_2, category_2, value, value_state, mark, unit, rounding, is_current,
  CAST(dense_rank() OVER (ORDER BY sha256) AS VARCHAR) AS sha256
FROM wh.published_figure
ORDER BY measure, category, category_2, area_code, period_end, release, dataset
