-- How many of these children has each LA returned?
-- Parameters:
--   $keys VARCHAR[]: child keys
-- Grain: one row per responsible LA that knows any of them
-- Columns:
--   la_code VARCHAR: LA
--   children BIGINT: how many of them it has returned
with known as (
  select la_code, child_key from episode
  union
  select la_code, child_key from child
)
select la_code, count(*)::bigint as children
from known
where child_key in (select unnest($keys::varchar[]))
group by la_code
order by la_code
