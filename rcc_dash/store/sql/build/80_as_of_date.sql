-- On which dates is there anything to show?
-- Parameters: none
-- Grain: one row per date
-- Columns:
--   as_of DATE: the date
--   has_children BOOLEAN: SSDA903 returns cover it
--   has_homes BOOLEAN: there is an Ofsted list of it
CREATE TABLE wh.as_of_date AS
WITH every_date AS (
  SELECT as_of, TRUE AS has_children, FALSE AS has_homes FROM wh.as_at GROUP BY as_of
  UNION ALL
  SELECT as_of, FALSE, TRUE FROM wh.home_at GROUP BY as_of
)
SELECT as_of, bool_or(has_children) AS has_children, bool_or(has_homes) AS has_homes
FROM every_date
GROUP BY as_of
ORDER BY as_of
