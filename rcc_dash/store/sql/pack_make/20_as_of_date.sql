-- Which dates can be looked at in a release?
-- Parameters: none
-- Grain: one row per date
-- Columns:
--   as_of DATE: the date
--   has_children BOOLEAN: children of an LA stand on it
--   has_homes BOOLEAN: there is a list of Ofsted's
CREATE TABLE share.as_of_date AS
WITH stood AS (
  SELECT DISTINCT as_of FROM share.standing
),
homes AS (
  SELECT as_of FROM wh.as_of_date WHERE has_homes
)
SELECT coalesce(c.as_of, h.as_of) AS as_of, c.as_of IS NOT NULL AS has_children, h.as_of IS NOT NULL AS has_homes
FROM stood AS c
FULL JOIN homes AS h ON h.as_of = c.as_of
ORDER BY 1
