-- Of which date were the children that stood for each LA on each date in the release before?
-- Parameters: none
-- Grain: one row per LA and date
-- Columns:
--   la_code VARCHAR: responsible LA
--   as_of DATE: the date
--   children_of DATE: the date whose children they are
SELECT la_code, as_of, children_of
FROM stood
ORDER BY as_of, la_code
