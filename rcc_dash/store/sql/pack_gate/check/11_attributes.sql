-- A cell in a release crosses three attributes of children at most.
-- Parameters:
--   $most BIGINT: most attributes
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: questions with more
WITH crossed AS (
  SELECT list_filter(
    list_distinct(string_split(attributes || ',' || parts, ',')),
    lambda one: one NOT IN ('', 'part', 'reason_label')
  ) AS attribute
  FROM asked
)
SELECT count(*) AS wrong
FROM crossed
WHERE NOT coalesce(len(attribute) <= $most, false)
