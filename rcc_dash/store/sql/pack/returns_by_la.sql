-- For which LAs and dates does a release have children?
-- Parameters: none
-- Grain: one row per date and responsible LA
-- Columns:
--   as_of DATE: the date
--   la_code VARCHAR: LA whose return covers it
select as_of, la_code
from standing
order by as_of, la_code
