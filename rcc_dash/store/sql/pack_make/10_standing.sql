-- Which children stand for each LA on each date of a release?
-- Parameters: none
-- Grain: one row per LA and date
-- Columns:
--   la_code VARCHAR: responsible LA
--   as_of DATE: the date
--   children_of DATE: the date whose children they are; earlier where too few changed since
--   state VARCHAR: fresh, or carried from before
CREATE TABLE share.standing AS
SELECT CAST(la_code AS VARCHAR) AS la_code, CAST(as_of AS DATE) AS as_of, CAST(children_of AS DATE) AS children_of,
  CAST("state" AS VARCHAR) AS "state"
FROM noted_standing
ORDER BY as_of, la_code
