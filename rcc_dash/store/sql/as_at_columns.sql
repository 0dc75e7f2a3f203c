-- Which columns has this build's table of children, since older builds lack the newer ones?
-- Parameters: none
-- Grain: one row per column
-- Columns:
--   column_name VARCHAR: its name
select column_name
from duckdb_columns()
where table_name = 'as_at'
order by column_index
