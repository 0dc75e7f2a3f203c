-- Of which date are the children that stand for each LA on each date?
-- Parameters: none
-- Grain: one row per LA and date
-- Columns:
--   la_code VARCHAR: responsible LA
--   as_of DATE: the date
--   children_of DATE: the date whose children they are
CREATE TABLE share.stood AS
SELECT CAST(la_code AS VARCHAR) AS la_code, CAST(as_of AS DATE) AS as_of, CAST(children_of AS DATE) AS children_of
FROM standing
ORDER BY as_of, la_code
