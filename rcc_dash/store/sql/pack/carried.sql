-- Of which LAs are the numbers of a date those of an earlier one?
-- Parameters: none
-- Grain: one row per LA and date
-- Columns:
--   la_code VARCHAR: responsible LA
--   as_of DATE: the date
--   children_of DATE: the earlier date whose children stand
select la_code, as_of, children_of
from standing
where children_of <> as_of
order by as_of, la_code
