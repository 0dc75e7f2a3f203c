-- How many children are looked after in each area, and how many of them live outside it, far away or in a home?
-- Parameters:
--   $dates DATE[]: as-of dates
--   $la_codes VARCHAR[]: responsible LAs that count
--   $placement VARCHAR[]: placement types kept; empty keeps all and makes no cells by it
--   $age VARCHAR[]: age bands kept; as above
--   $sector VARCHAR[]: provider sectors kept; as above
-- Grain: one row per date, LA (null: all of $la_codes together) and combination of kept values
-- Columns (`_n` counts children, `_keys` is the sum of their record keys as text; neither leaves the queries layer):
--   as_of DATE: date counted
--   la_code VARCHAR: responsible LA; null for all together
--   placement VARCHAR: placement type of the cell; blank where all are kept
--   age VARCHAR: age band of the cell; as above
--   sector VARCHAR: provider sector of the cell; as above
--   children_n BIGINT: children looked after
--   children_keys VARCHAR: keys
--   outside_n BIGINT: placed outside the LA's boundary
--   outside_keys VARCHAR: keys
--   not_outside_n BIGINT: all others
--   not_outside_keys VARCHAR: keys
--   far_n BIGINT: placed more than 20.0 miles from home
--   far_keys VARCHAR: keys
--   not_far_n BIGINT: all others, distance not known included
--   not_far_keys VARCHAR: keys
--   residential_n BIGINT: living in a children's home or secure home
--   residential_keys VARCHAR: keys
with counted as (
  select
    as_of,
    la_code,
    case when len($placement::varchar[]) > 0 then placement else '' end as by_placement,
    case when len($age::varchar[]) > 0 then age else '' end as by_age,
    case when len($sector::varchar[]) > 0 then provider else '' end as by_sector,
    record_key,
    coalesce(outside_la, false) as is_outside,
    coalesce(far, false) as is_far,
    coalesce(placement = 'home', false) as is_residential
  from as_at
  where list_contains($dates::date[], as_of)
    and list_contains($la_codes::varchar[], la_code)
    and (len($placement::varchar[]) = 0 or list_contains($placement::varchar[], placement))
    and (len($age::varchar[]) = 0 or list_contains($age::varchar[], age))
    and (len($sector::varchar[]) = 0 or list_contains($sector::varchar[], provider))
)
select
  as_of,
  la_code,
  by_placement as placement,
  by_age as age,
  by_sector as sector,
  count(*)::bigint as children_n,
  coalesce(sum(record_key), 0)::varchar as children_keys,
  count(*) filter (where is_outside)::bigint as outside_n,
  coalesce(sum(record_key) filter (where is_outside), 0)::varchar as outside_keys,
  count(*) filter (where not is_outside)::bigint as not_outside_n,
  coalesce(sum(record_key) filter (where not is_outside), 0)::varchar as not_outside_keys,
  count(*) filter (where is_far)::bigint as far_n,
  coalesce(sum(record_key) filter (where is_far), 0)::varchar as far_keys,
  count(*) filter (where not is_far)::bigint as not_far_n,
  coalesce(sum(record_key) filter (where not is_far), 0)::varchar as not_far_keys,
  count(*) filter (where is_residential)::bigint as residential_n,
  coalesce(sum(record_key) filter (where is_residential), 0)::varchar as residential_keys
from counted
group by grouping sets (
  (as_of, la_code, by_placement, by_age, by_sector),
  (as_of, by_placement, by_age, by_sector)
)
order by as_of, la_code, placement, age, sector
