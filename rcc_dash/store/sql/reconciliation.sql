-- How many children does each source know on a date, how many of them link to a 903 episode, and what disagrees?
-- Parameters:
--   $date DATE: as-of date
-- Grain: one row per responsible LA and source
-- Columns (`_n` counts children, `_keys` is the sum of their record keys as text; neither leaves the queries layer):
--   la_code VARCHAR: responsible LA
--   source VARCHAR: placements_census, placement_costs, referrals or a 903 file beside the episodes
--   known_n BIGINT: children whom the source knows
--   known_keys VARCHAR: keys
--   exact_n BIGINT: of these, linked to a stay of the same start and family
--   exact_keys VARCHAR: keys
--   window_n BIGINT: linked to a stay of the same family that starts within 28 days
--   window_keys VARCHAR: keys
--   child_only_n BIGINT: the 903 episodes know the child, but no stay fits
--   child_only_keys VARCHAR: keys
--   unknown_n BIGINT: the 903 episodes of the LA do not know the child
--   unknown_keys VARCHAR: keys
--   not_open_n BIGINT: known to the source, not looked after on the day by the 903 episodes
--   not_open_keys VARCHAR: keys
--   only_returns_n BIGINT: looked after on the day, not known to the source (census and costs only)
--   only_returns_keys VARCHAR: keys
--   start_differs_n BIGINT: linked, another first day
--   start_differs_keys VARCHAR: keys
--   family_differs_n BIGINT: another kind of placement
--   family_differs_keys VARCHAR: keys
--   sector_differs_n BIGINT: another kind of provider
--   sector_differs_keys VARCHAR: keys
--   la_differs_n BIGINT: another LA of placement
--   la_differs_keys VARCHAR: keys
select
  la_code,
  source,
  count(*) filter (where in_source)::bigint as known_n,
  coalesce(sum(record_key) filter (where in_source), 0)::varchar as known_keys,
  count(*) filter (where how = 'exact')::bigint as exact_n,
  coalesce(sum(record_key) filter (where how = 'exact'), 0)::varchar as exact_keys,
  count(*) filter (where how = 'window')::bigint as window_n,
  coalesce(sum(record_key) filter (where how = 'window'), 0)::varchar as window_keys,
  count(*) filter (where how = 'child_only')::bigint as child_only_n,
  coalesce(sum(record_key) filter (where how = 'child_only'), 0)::varchar as child_only_keys,
  count(*) filter (where how = 'none')::bigint as unknown_n,
  coalesce(sum(record_key) filter (where how = 'none'), 0)::varchar as unknown_keys,
  count(*) filter (where in_source and not in_returns)::bigint as not_open_n,
  coalesce(sum(record_key) filter (where in_source and not in_returns), 0)::varchar as not_open_keys,
  count(*) filter (where not in_source)::bigint as only_returns_n,
  coalesce(sum(record_key) filter (where not in_source), 0)::varchar as only_returns_keys,
  count(*) filter (where start_differs)::bigint as start_differs_n,
  coalesce(sum(record_key) filter (where start_differs), 0)::varchar as start_differs_keys,
  count(*) filter (where family_differs)::bigint as family_differs_n,
  coalesce(sum(record_key) filter (where family_differs), 0)::varchar as family_differs_keys,
  count(*) filter (where sector_differs)::bigint as sector_differs_n,
  coalesce(sum(record_key) filter (where sector_differs), 0)::varchar as sector_differs_keys,
  count(*) filter (where la_differs)::bigint as la_differs_n,
  coalesce(sum(record_key) filter (where la_differs), 0)::varchar as la_differs_keys
from reconciliation
where as_of = $date::date
group by la_code, source
order by la_code, source
