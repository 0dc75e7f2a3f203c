-- For which LAs and dates are there children's returns?
-- Parameters: none
-- Grain: one row per date and responsible LA
-- Columns:
--   as_of DATE: the date
--   la_code VARCHAR: LA whose return covers it
select as_of, la_code
from as_at
group by as_of, la_code
order by as_of, la_code
