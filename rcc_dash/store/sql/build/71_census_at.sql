-- What does the placements census nearest to each date, not over 31 days before it, say of each child?
-- Parameters: none
-- Grain: one row per child and as-of date
-- Columns: those of wh.census but as_of, and
--   as_of DATE: as-of date
--   census_on DATE: last day of the census month
CREATE TABLE census_at AS
SELECT d.as_of, c.as_of AS census_on, c.* EXCLUDE (as_of)
FROM (SELECT as_of FROM open_at GROUP BY as_of) AS d
JOIN wh.census AS c ON c.as_of <= d.as_of AND c.as_of >= d.as_of - INTERVAL 31 DAY
WHERE c.row_class = 'child'
QUALIFY row_number() OVER (
  PARTITION BY d.as_of, c.la_code, c.child_key
  ORDER BY c.as_of DESC, c.started_on DESC NULLS LAST, c.load_order DESC, c.source_sheet, c.source_row
) = 1
