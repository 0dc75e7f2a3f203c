-- Which tables and columns has a release?
-- Parameters: none
-- Grain: one row per column
-- Columns:
--   table_name VARCHAR: table, or view
--   column_name VARCHAR: column
--   data_type VARCHAR: its type
SELECT table_name, column_name, data_type
FROM duckdb_columns()
WHERE database_name = 'wh' AND NOT internal
ORDER BY ALL
