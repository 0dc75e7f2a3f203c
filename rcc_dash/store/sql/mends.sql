-- How often did each rule of mending touch an episode?
-- Parameters: none
-- Grain: one row per rule, LA and return year
-- Columns:
--   rule VARCHAR: RULE_1 to RULE_5 (RULE_3 and RULE_3A deleted the row), OVERLAP
--   la_code VARCHAR: responsible LA
--   year INTEGER: return year of the episode
--   rows BIGINT: episodes
select rule, la_code, "year", "rows"
from mend
order by rule, la_code, "year"
