-- How long has each child been in the present stay?
-- Parameters:
--   $date DATE: as-of date
-- Grain: one row per child; rows of children do not leave the queries layer
-- Columns:
--   record_key UBIGINT: the child's key for cell-key rounding
--   la_code VARCHAR: responsible LA
--   days DOUBLE: days since the stay began; null if unknown
select record_key, la_code, date_diff('day', placed_on, as_of)::double as days
from as_at
where as_of = $date::date
order by la_code, record_key
