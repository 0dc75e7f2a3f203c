-- Which homes and places, added up by cell, answer a question of a release?
-- Parameters:
--   $asked INTEGER: number of the question
-- Grain: one row per LA, sector and group
-- Columns:
--   la_code VARCHAR: LA where the homes are; null where areas are added up together
--   sector VARCHAR: sector of the homes' owners; null where all are
--   group VARCHAR: what homes are compared by, or what is told of them; blank for all of them
--   homes BIGINT: homes
--   places BIGINT: their registered places
--   told_homes BIGINT: homes that returned
--   told_places BIGINT: their registered places
--   held BIGINT: occupied, as returned; null where it may not be shown, or nobody returned
--   blocked BIGINT: cannot be used; null as held
--   void BIGINT: empty and ready; as blocked
--   untold BIGINT: left open by returns; as blocked
--   matching BIGINT: blocked for matching; as blocked
--   staffing BIGINT: blocked for want of staff; as blocked
--   solo BIGINT: blocked for another child's solo use; as blocked
--   repair BIGINT: blocked for repair; as blocked
--   reserved BIGINT: promised to a child; as blocked
--   known BIGINT: children known in the homes that did not return; null where it may not be shown
--   days BIGINT: home-days of the year that returns cover; null where it is not of that
select
  la_code,
  sector,
  "group",
  homes,
  places,
  told_homes,
  told_places,
  held,
  blocked,
  "void",
  untold,
  matching,
  staffing,
  solo,
  repair,
  reserved,
  known,
  "days"
from bed
where asked = $asked::integer
order by la_code, sector, "group"
