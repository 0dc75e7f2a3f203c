-- Which columns has this program's table of children?
-- Parameters: none
-- Grain: one row per column
-- Columns:
--   column_name VARCHAR: column
SELECT column_name
FROM duckdb_columns()
WHERE database_name = 'share' AND table_name = 'as_at'
