-- How many of these children has an LA returned?
-- Parameters:
--   $la_code VARCHAR: responsible LA
--   $keys VARCHAR[]: child keys, as this LA's
-- Grain: one row
-- Columns:
--   children BIGINT: how many of them it has returned
with asked as (
  select unnest($keys::varchar[]) as child_key
),
known as (
  select child_key from episode semi join asked using (child_key) where la_code = $la_code::varchar
  union
  select child_key from child semi join asked using (child_key) where la_code = $la_code::varchar
)
select count(*)::bigint as children
from known
