-- Which questions does a release answer?
-- Parameters: none
-- Grain: one row per question, day and areas
-- Columns:
--   asked INTEGER: number of the question
--   question VARCHAR: its name
--   option VARCHAR: settings that it was asked with; blank without
--   as_of DATE: day
--   scope VARCHAR: areas counted together; with /each cells of each LA alone
--   attributes VARCHAR: child attributes that part the cells, with commas
--   parts VARCHAR: other columns of the cells, with commas
CREATE TABLE share.asked AS
SELECT CAST(asked AS INTEGER) AS asked, CAST(question AS VARCHAR) AS question, CAST("option" AS VARCHAR) AS "option",
  CAST(as_of AS DATE) AS as_of, CAST(scope AS VARCHAR) AS scope, CAST(attributes AS VARCHAR) AS attributes,
  CAST(parts AS VARCHAR) AS parts
FROM noted_asked
ORDER BY asked
