-- Which release is this, and how many of its LAs stand with children of before?
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   name VARCHAR: its name
--   made_on TIMESTAMP: when it was made, UTC
--   standing BIGINT: LAs and dates in it
--   carried BIGINT: of them carried forward
select
  m.build_id as "name",
  m.made_on,
  (select count(*) from standing)::bigint as standing,
  (select count(*) from standing where "state" = 'carried')::bigint as carried
from meta as m
