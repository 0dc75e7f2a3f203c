-- How many children are in every cell by these sets of attributes, and how many of them live away from home?
-- Parameters:
--   $dates DATE[]: as-of dates
--   $la_codes VARCHAR[]: responsible LAs
--   $sets VARCHAR[]: attributes that part the cells of one set, joined by +; blank for none
--   $used VARCHAR[]: attributes that any of the sets has
--   $placement VARCHAR[]: placement types kept; empty keeps all
--   $age VARCHAR[]: age bands kept; as above
--   $sector VARCHAR[]: provider sectors kept; as above
--   $away VARCHAR: outside, far, far_outside, out_region, out_england; blank counts nobody away
--   $least BIGINT: cells of fewer children are left out
--   $large BIGINT: an LA of so many has enough to be shown
--   $together_las VARCHAR[]: LAs of areas that are counted together
--   $together_areas VARCHAR[]: the area of each, in the same order; an LA may be in several
-- Grain: one row per set, date, area (an LA, or LAs together) and combination of values that a child has
-- Columns (`_n` counts children, `_keys` sums record keys as text, `_most` is the largest LA's; none leaves queries):
--   parted_by VARCHAR: the set
--   as_of DATE: date counted
--   area_code VARCHAR: LA, or area of several
--   placement VARCHAR: placement type; all where the set does not part by it
--   age VARCHAR: age band; as above
--   sector VARCHAR: provider sector; as above
--   legal VARCHAR: legal group; as above
--   care VARCHAR: time in care; as above
--   cost VARCHAR: cost of the placement; as above
--   dols VARCHAR: deprivation of liberty; as above
--   solo VARCHAR: solo placement; as above
--   children_n BIGINT: children looked after
--   children_keys VARCHAR: keys
--   children_most BIGINT: of the largest LA
--   children_las BIGINT: LAs with any
--   children_large BIGINT: LAs with enough to be shown
--   part_n BIGINT: children who are away
--   part_keys VARCHAR: keys
--   part_most BIGINT: of the largest LA
--   part_las BIGINT: LAs with any
--   part_large BIGINT: LAs with enough to be shown
--   rest_n BIGINT: all others
--   rest_keys VARCHAR: keys
--   rest_most BIGINT: of the largest LA
--   rest_las BIGINT: LAs with any
--   rest_large BIGINT: LAs with enough to be shown
with child as (
  select
    as_of, la_code, record_key,
    case when list_contains($used::varchar[], 'placement') then placement else 'all' end as placement,
    case when list_contains($used::varchar[], 'age') then age else 'all' end as age,
    case when list_contains($used::varchar[], 'sector') then sector else 'all' end as sector,
    case when list_contains($used::varchar[], 'legal') then legal else 'all' end as legal,
    case when list_contains($used::varchar[], 'care') then care else 'all' end as care,
    case when list_contains($used::varchar[], 'cost') then cost else 'all' end as cost,
    case when list_contains($used::varchar[], 'dols') then dols else 'all' end as dols,
    case when list_contains($used::varchar[], 'solo') then solo else 'all' end as solo,
    case $away::varchar
      when 'outside' then outside
      when 'far' then far
      when 'far_outside' then far_outside
      when 'out_region' then out_region
      when 'out_england' then out_england
      else false
    end as is_part
  from child_cell
  where as_of between list_min($dates::date[]) and list_max($dates::date[])
    and list_contains($dates::date[], as_of)
    and list_contains($la_codes::varchar[], la_code)
    and (len($placement::varchar[]) = 0 or list_contains($placement::varchar[], placement))
    and (len($age::varchar[]) = 0 or list_contains($age::varchar[], age))
    and (len($sector::varchar[]) = 0 or list_contains($sector::varchar[], sector))
),
alike as (
  select
    as_of, la_code, placement, age, sector, legal, care, cost, dols, solo, is_part,
    count(*) as n, sum(record_key) as keys
  from child
  group by all
),
wanted as (select unnest($sets::varchar[]) as parted_by),
parted as (
  select
    parted_by, as_of, la_code,
    case when list_contains(string_split(parted_by, '+'), 'placement') then placement else 'all' end as placement,
    case when list_contains(string_split(parted_by, '+'), 'age') then age else 'all' end as age,
    case when list_contains(string_split(parted_by, '+'), 'sector') then sector else 'all' end as sector,
    case when list_contains(string_split(parted_by, '+'), 'legal') then legal else 'all' end as legal,
    case when list_contains(string_split(parted_by, '+'), 'care') then care else 'all' end as care,
    case when list_contains(string_split(parted_by, '+'), 'cost') then cost else 'all' end as cost,
    case when list_contains(string_split(parted_by, '+'), 'dols') then dols else 'all' end as dols,
    case when list_contains(string_split(parted_by, '+'), 'solo') then solo else 'all' end as solo,
    children_n, children_keys, part_n, part_keys
  from (
    select
      as_of, la_code, placement, age, sector, legal, care, cost, dols, solo,
      sum(n) as children_n, sum(keys) as children_keys, coalesce(sum(n) filter (where is_part), 0) as part_n,
      coalesce(sum(keys) filter (where is_part), 0) as part_keys
    from alike
    group by all
  ) cross join wanted
),
own as (
  select
    parted_by, as_of, la_code, placement, age, sector, legal, care, cost, dols, solo,
    sum(children_n) as children_n, sum(children_keys) as children_keys, sum(part_n) as part_n,
    sum(part_keys) as part_keys
  from parted
  group by all
),
placed as (
  select own.*, la_code as area_code from own
  union all
  select own.*, t.area_code
  from own
  inner join (
    select unnest($together_las::varchar[]) as la_code, unnest($together_areas::varchar[]) as area_code
  ) as t using (la_code)
)
select
  parted_by, as_of, area_code, placement, age, sector, legal, care, cost, dols, solo,
  sum(children_n)::bigint as children_n, sum(children_keys)::varchar as children_keys,
  max(children_n)::bigint as children_most, count(*)::bigint as children_las,
  count(*) filter (where children_n >= $large::bigint)::bigint as children_large,
  sum(part_n)::bigint as part_n, sum(part_keys)::varchar as part_keys, max(part_n)::bigint as part_most,
  count(*) filter (where part_n > 0)::bigint as part_las,
  count(*) filter (where part_n >= $large::bigint)::bigint as part_large,
  sum(children_n - part_n)::bigint as rest_n, sum(children_keys - part_keys)::varchar as rest_keys,
  max(children_n - part_n)::bigint as rest_most,
  count(*) filter (where children_n > part_n)::bigint as rest_las,
  count(*) filter (where children_n - part_n >= $large::bigint)::bigint as rest_large
from placed
group by parted_by, as_of, area_code, placement, age, sector, legal, care, cost, dols, solo
having sum(children_n) >= $least::bigint
order by all
