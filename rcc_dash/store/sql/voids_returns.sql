-- What did every home's vacancy returns of the last year say, one after another?
-- Parameters:
--   $day DATE: day looked at
-- Grain: one row per home and date of a return in the 365 days to the day
-- Columns:
--   urn VARCHAR: as returned
--   returned_on DATE: date of the return
--   places INTEGER: places registered, as returned
--   void INTEGER: places that could be used and had no child
select
  urn, as_of as returned_on, registered_places as places,
  least(
    greatest(
      coalesce(
        available_places,
        registered_places - coalesce(unavailable_matching, 0) - coalesce(unavailable_staffing, 0)
        - coalesce(unavailable_solo, 0) - coalesce(unavailable_repair, 0) - coalesce(unavailable_reserved, 0)
      ) - occupied_places,
      0
    ),
    registered_places
  )::integer as void
from vacancy
where as_of <= $day::date and as_of > $day::date - to_days(365)
qualify row_number() over (partition by urn, as_of order by load_order desc) = 1
order by urn, returned_on
