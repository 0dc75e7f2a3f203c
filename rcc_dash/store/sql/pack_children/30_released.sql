-- Which children is the newest release made of?
-- Parameters: none
-- Grain: one row per child and as-of date
-- Columns: those of the build's table of children
CREATE TABLE share.released AS
SELECT *
FROM wh.as_at
ORDER BY as_of, la_code, record_key
