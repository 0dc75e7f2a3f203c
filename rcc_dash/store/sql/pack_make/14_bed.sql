-- Which homes and places, added up by cell, does a release hold?
-- Parameters: none
-- Grain: one row per question, LA, sector and group
-- Columns:
--   asked INTEGER: number of the question
--   la_code VARCHAR: LA where the homes are; null where areas are added up together
--   sector VARCHAR: sector of the homes' owners; null where all are
--   group VARCHAR: what homes are compared by, or what is told of them; blank for all of them
--   homes BIGINT: homes; of those that stood empty or were never filled rounded, and null of too few
--   places BIGINT: their registered places; of those that stood empty the empty ones, rounded
--   told_homes BIGINT: homes that returned
--   told_places BIGINT: their registered places
--   held BIGINT: occupied, as returned, protected; null where it may not be shown, or nobody returned
--   blocked BIGINT: cannot be used, rounded; null as held
--   void BIGINT: empty and ready; as blocked
--   untold BIGINT: left open by returns; as blocked
--   matching BIGINT: blocked for matching; as blocked
--   staffing BIGINT: blocked for want of staff; as blocked
--   solo BIGINT: blocked for another child's solo use; as blocked
--   repair BIGINT: blocked for repair; as blocked
--   reserved BIGINT: promised to a child; as blocked
--   known BIGINT: children known in the homes that did not return, protected; null where it may not be shown
--   days BIGINT: home-days of the year that returns cover; null where it is not of that
CREATE TABLE share.bed AS
SELECT CAST(asked AS INTEGER) AS asked, CAST(la_code AS VARCHAR) AS la_code, CAST(sector AS VARCHAR) AS sector,
  CAST("group" AS VARCHAR) AS "group", CAST(homes AS BIGINT) AS homes, CAST(places AS BIGINT) AS places,
  CAST(told_homes AS BIGINT) AS told_homes, CAST(told_places AS BIGINT) AS told_places, CAST(held AS BIGINT) AS held,
  CAST(blocked AS BIGINT) AS blocked, CAST("void" AS BIGINT) AS "void", CAST(untold AS BIGINT) AS untold,
  CAST(matching AS BIGINT) AS matching, CAST(staffing AS BIGINT) AS staffing, CAST(solo AS BIGINT) AS solo,
  CAST(repair AS BIGINT) AS repair, CAST(reserved AS BIGINT) AS reserved, CAST(known AS BIGINT) AS known,
  CAST("days" AS BIGINT) AS "days"
FROM noted_bed
ORDER BY ALL
