-- Where do the children come from, by hexagons of about 36 square kilometres?
-- Parameters:
--   $date DATE: as-of date
--   $la_codes VARCHAR[]: responsible LAs that count
--   $placement VARCHAR[]: placement types kept; empty keeps all
--   $age VARCHAR[]: age bands kept; empty keeps all
--   $sector VARCHAR[]: provider sectors kept; empty keeps all
-- Grain: one row per H3 cell of resolution 6 and responsible LA; children whose home address is not known are left out
-- Columns:
--   la_code VARCHAR: responsible LA
--   hex6 VARCHAR: H3 cell of resolution 6
--   hex5 VARCHAR: its parent of resolution 5
--   children_n BIGINT: children; does not leave the queries layer
--   children_keys VARCHAR: sum of record keys as text; does not leave the queries layer
select
  la_code,
  origin_hex6 as hex6,
  origin_hex5 as hex5,
  count(*)::bigint as children_n,
  sum(record_key)::varchar as children_keys
from as_at
where as_of = $date::date
  and origin_hex6 is not null
  and list_contains($la_codes::varchar[], la_code)
  and (len($placement::varchar[]) = 0 or list_contains($placement::varchar[], placement))
  and (len($age::varchar[]) = 0 or list_contains($age::varchar[], age))
  and (len($sector::varchar[]) = 0 or list_contains($sector::varchar[], provider))
group by la_code, origin_hex6, origin_hex5
order by origin_hex6, la_code
