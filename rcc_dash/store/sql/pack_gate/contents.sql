-- What do the contents of a release hash to? The same data, keys and past give the same, whenever they are published.
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   contents VARCHAR: SHA-256 of every row but those of meta, whatever their order
WITH told AS (
  SELECT 'area' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.area AS t
  UNION ALL
  SELECT 'as_of_date' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.as_of_date AS t
  UNION ALL
  SELECT 'asked' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.asked AS t
  UNION ALL
  SELECT 'bed' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.bed AS t
  UNION ALL
  SELECT 'cell' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.cell AS t
  UNION ALL
  SELECT 'children_shown' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.children_shown AS t
  UNION ALL
  SELECT 'figure' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.figure AS t
  UNION ALL
  SELECT 'home_at' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.home_at AS t
  UNION ALL
  SELECT 'home_change' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.home_change AS t
  UNION ALL
  SELECT 'home_inspection' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.home_inspection AS t
  UNION ALL
  SELECT 'home_total' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.home_total AS t
  UNION ALL
  SELECT 'la_inspection' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.la_inspection AS t
  UNION ALL
  SELECT 'neighbour' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.neighbour AS t
  UNION ALL
  SELECT 'published_definition' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.published_definition AS t
  UNION ALL
  SELECT 'published_figure' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.published_figure AS t
  UNION ALL
  SELECT 'source_rows' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM (SELECT * EXCLUDE (loaded_on) FROM share.source_rows) AS t
  UNION ALL
  SELECT 'finding_rows' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.finding_rows AS t
  UNION ALL
  SELECT 'standing' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.standing AS t
  UNION ALL
  SELECT 'supported_premises' AS of_table, md5(CAST(t AS VARCHAR)) AS told FROM share.supported_premises AS t
)
SELECT sha256(string_agg(of_table || told, ',' ORDER BY of_table, told)) AS contents
FROM told
