-- Which LA looks after the children, and in which LA do they live?
-- Parameters:
--   $date DATE: as-of date
--   $placement VARCHAR[]: placement types kept; empty keeps all
--   $age VARCHAR[]: age bands kept; empty keeps all
--   $sector VARCHAR[]: provider sectors kept; empty keeps all
-- Grain: one row per responsible LA and LA of placement; children whose LA of placement is not known are left out
-- Columns:
--   la_code VARCHAR: responsible LA
--   placement_la VARCHAR: LA where the child lives; SCO, WAL, NIR outside England
--   children_n BIGINT: children; does not leave the queries layer
--   children_keys VARCHAR: sum of record keys as text; does not leave the queries layer
select
  la_code,
  placement_la,
  count(*)::bigint as children_n,
  sum(record_key)::varchar as children_keys
from as_at
where as_of = $date::date
  and placement_la is not null
  and (len($placement::varchar[]) = 0 or list_contains($placement::varchar[], placement))
  and (len($age::varchar[]) = 0 or list_contains($age::varchar[], age))
  and (len($sector::varchar[]) = 0 or list_contains($sector::varchar[], provider))
group by la_code, placement_la
order by la_code, placement_la
