-- By what can the children of an LA's header returns be told from those of another of its returns?
-- Parameters:
--   $la_code VARCHAR: responsible LA
-- Grain: one row per return year
-- Columns:
--   year INTEGER: return year
--   keys_sum VARCHAR: sum of the record keys of the children in it, the same for the same children only
select "year"::integer as "year", sum(distinct record_key::hugeint)::varchar as keys_sum
from child
where la_code = $la_code::varchar
group by "year"
order by "year"
