-- When were children of these LAs missing or away?
-- Parameters:
--   $la_codes VARCHAR[]: LAs whose children they are
-- Grain: one row per time missing or away; nothing joins those of one child
-- Columns (null: not stated):
--   la_code VARCHAR: responsible LA
--   year INTEGER: return year
--   kind VARCHAR: M missing, A away without authorisation
--   started_month DATE: first of the month in which it began
--   days INTEGER: days that it lasted; null while it lasts
CREATE TABLE share.missing AS
SELECT la_code, "year", kind, CAST(date_trunc('month', started_on) AS DATE) AS started_month,
  CAST(date_diff('day', started_on, ended_on) AS INTEGER) AS days
FROM wh.missing
WHERE list_contains($la_codes, la_code)
ORDER BY ALL
