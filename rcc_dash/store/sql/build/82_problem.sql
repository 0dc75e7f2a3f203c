-- What was found wrong, where, and how is it mended: on arrival by row, in the build by rule, LA and period?
-- Parameters: none
-- Grain: one row per finding; `rows` rows of the file each
-- Columns:
--   source VARCHAR: kind of source; null where it speaks of the file
--   file_name VARCHAR: name of the file as it came
--   sheet VARCHAR: sheet; blank for a CSV
--   row INTEGER: row of the file as a person counts; null where several
--   column_name VARCHAR: heading; null where it speaks of the row
--   code VARCHAR: code of design/sources.md 7.4
--   severity VARCHAR: error (row rejected), mended, warning, info
--   what VARCHAR: what is wrong
--   fix VARCHAR: how to put it right
--   rows BIGINT: rows that it stands for
--   la_code VARCHAR: LA; null where not of one LA
--   period VARCHAR: period; null where not of one
CREATE TABLE wh.problem AS
WITH by_rule AS (
  SELECT source, sha256, sheet, la_code, period, fate, unnest(string_split(rule, ' | ')) AS rule
  FROM row_fate
),
doubted AS (
  SELECT *, count(*) OVER (PARTITION BY rule, sha256, sheet, la_code, period) <= 200 AS is_named
  FROM row_doubt
),
found AS (
  SELECT p.source, p.sha256, p.sheet, p."row", p.column_name, p.code, p.severity, p.what, p.fix, p."rows",
    p.la_code, p.period
  FROM staged_problem AS p
  UNION ALL
  SELECT b.source, b.sha256, b.sheet, NULL, NULL, m.code,
    CASE b.fate WHEN 'rejected' THEN 'error' ELSE 'mended' END, m.what, m.fix, count(*), b.la_code, b.period
  FROM by_rule AS b
  JOIN rule_meaning AS m ON m.rule = b.rule
  GROUP BY b.source, b.sha256, b.sheet, m.code, b.fate, m.what, m.fix, b.la_code, b.period
  UNION ALL
  SELECT d.source, d.sha256, d.sheet, CASE WHEN d.is_named THEN d.source_row END AS "row", NULL, m.code,
    'warning', m.what, m.fix, count(*), d.la_code, d.period
  FROM doubted AS d
  JOIN doubt_meaning AS m ON m.rule = d.rule
  GROUP BY ALL
)
SELECT p.source, f.file_name, p.sheet, CAST(p."row" AS INTEGER) AS "row", p.column_name, p.code, p.severity, p.what,
  p.fix, CAST(p."rows" AS BIGINT) AS "rows", p.la_code, p.period
FROM found AS p
JOIN loaded_file AS f ON f.sha256 = p.sha256
ORDER BY f.load_order, p.sheet, p.source, p.la_code, p.period, p."row", p.code, p.column_name, p.what
