-- Which episodes and children do not agree with the other file of their return, or with another year's?
-- Parameters: none
-- Grain: one row per row of a checked table and doubt (later steps add to it)
-- Columns:
--   rule VARCHAR: doubt, a `rule` of doubt_meaning
--   source VARCHAR: kind of source
--   sha256 VARCHAR: file
--   sheet VARCHAR: sheet; blank for a CSV
--   source_row INTEGER: row of the file
--   la_code VARCHAR: LA of its account
--   period VARCHAR: period of its account
CREATE TABLE row_doubt AS
WITH returned AS (
  SELECT la_code, "year" FROM wh.child GROUP BY la_code, "year"
),
latest AS (
  SELECT la_code, child_key, "year", born_month, sex, ethnic_code, sha256
  FROM wh.child
  QUALIFY row_number() OVER (PARTITION BY la_code, child_key ORDER BY "year" DESC) = 1
),
of_episode AS (
  SELECT e.*,
    unnest(list_filter([
      CASE WHEN r.la_code IS NOT NULL AND c.child_key IS NULL THEN 'NO_HEADER' END,
      CASE WHEN e.started_on < l.born_month THEN 'UNBORN' END,
      CASE WHEN e.started_on >= l.born_month + INTERVAL 18 YEAR + INTERVAL 1 MONTH THEN 'GROWN_UP' END,
      CASE
        WHEN e.place_code IN ('K3', 'H5', 'P2') AND e.started_on >= l.born_month
          AND e.started_on < l.born_month + INTERVAL 16 YEAR
          THEN 'TOO_YOUNG'
      END
    ], lambda one: one IS NOT NULL)) AS rule
  FROM wh.episode AS e
  LEFT JOIN returned AS r ON r.la_code = e.la_code AND r."year" = e."year"
  LEFT JOIN wh.child AS c ON c.la_code = e.la_code AND c."year" = e."year" AND c.child_key = e.child_key
  LEFT JOIN latest AS l ON l.la_code = e.la_code AND l.child_key = e.child_key
),
of_child AS (
  SELECT c.*,
    unnest(list_filter([
      CASE WHEN c.born_month <> l.born_month THEN 'BORN_DIFFERS' END,
      CASE WHEN c.sex <> l.sex AND c.sex <> 'U' AND l.sex <> 'U' THEN 'SEX_DIFFERS' END,
      CASE
        WHEN c.ethnic_code <> l.ethnic_code AND c.ethnic_code NOT IN ('REFU', 'NOBT')
          AND l.ethnic_code NOT IN ('REFU', 'NOBT')
          THEN 'ETHNIC_DIFFERS'
      END
    ], lambda one: one IS NOT NULL)) AS rule
  FROM wh.child AS c
  JOIN latest AS l
    ON l.la_code = c.la_code AND l.child_key = c.child_key AND l."year" > c."year" AND l.sha256 <> c.sha256
)
SELECT rule, 'ssda903_episodes' AS source, sha256, coalesce(source_sheet, '') AS sheet, source_row, la_code,
  CAST("year" AS VARCHAR) AS period
FROM of_episode
UNION ALL
SELECT rule, 'ssda903_header', sha256, coalesce(source_sheet, ''), source_row, la_code, CAST("year" AS VARCHAR)
FROM of_child
