-- By what can the children of one header return be told from those of another?
-- Parameters: none
-- Grain: one row per responsible LA and return year
-- Columns:
--   la_code VARCHAR: LA
--   year INTEGER: return year
--   keys_sum VARCHAR: sum of the record keys of the children in it, the same for the same children only
select la_code, "year"::integer as "year", sum(distinct record_key::hugeint)::varchar as keys_sum
from child
group by la_code, "year"
order by la_code, "year"
