-- How many of these children has each LA returned?
-- Parameters:
--   $keys VARCHAR[]: child keys
-- Grain: one row per responsible LA that knows any of them
-- Columns:
--   la_code VARCHAR: LA
--   children BIGINT: how many of them it has returned
with asked as (
  select unnest($keys::varchar[]) as child_key
),
known as (
  select la_code, child_key from episode semi join asked using (child_key)
  union
  select la_code, child_key from child semi join asked using (child_key)
)
select la_code, count(*)::bigint as children
from known
group by la_code
order by la_code
