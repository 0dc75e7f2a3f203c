-- How many children are looked after on a date and a year before, and how many are placed with others?
-- Parameters:
--   $date DATE: as-of date
-- Grain: one row per responsible LA
-- Columns (`_n` counts children, `_keys` is the sum of their record keys as text; neither leaves the queries layer):
--   la_code VARCHAR: responsible LA
--   children_n BIGINT: children looked after
--   children_keys VARCHAR: keys
--   before_n BIGINT: children looked after a year before
--   before_keys VARCHAR: keys
--   bought_n BIGINT: placed with private, voluntary or public providers or another LA, as a census covers
--   bought_keys VARCHAR: keys
--   bought_in_census_n BIGINT: in the census, of children whom the 903 returns place so or do not know
--   bought_in_census_keys VARCHAR: keys
with stock as (
  select
    la_code,
    record_key,
    as_of = $date::date as is_now,
    provider in ('private', 'voluntary', 'public', 'other_la') and placement not in ('parents', 'adoption') as is_bought
  from as_at
  where as_of in ($date::date, ($date::date - interval 1 year)::date)
),
counted as (
  select
    la_code,
    count(*) filter (where is_now)::bigint as children_n,
    coalesce(sum(record_key) filter (where is_now), 0)::varchar as children_keys,
    count(*) filter (where not is_now)::bigint as before_n,
    coalesce(sum(record_key) filter (where not is_now), 0)::varchar as before_keys,
    count(*) filter (where is_now and is_bought)::bigint as bought_n,
    coalesce(sum(record_key) filter (where is_now and is_bought), 0)::varchar as bought_keys
  from stock
  group by la_code
),
census as (
  select
    r.la_code,
    count(*)::bigint as bought_in_census_n,
    sum(r.record_key)::varchar as bought_in_census_keys
  from reconciliation as r
  left join stock as s on s.is_now and s.la_code = r.la_code and s.record_key = r.record_key
  where r.as_of = $date::date and r.source = 'placements_census' and r.in_source and coalesce(s.is_bought, true)
  group by r.la_code
)
select
  c.la_code,
  c.children_n,
  c.children_keys,
  c.before_n,
  c.before_keys,
  c.bought_n,
  c.bought_keys,
  coalesce(p.bought_in_census_n, 0) as bought_in_census_n,
  coalesce(p.bought_in_census_keys, '0') as bought_in_census_keys
from counted as c
left join census as p on p.la_code = c.la_code
order by c.la_code
