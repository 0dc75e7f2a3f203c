-- What is known of the needs of each child, of the time in care, and of the reason for a distance?
-- Parameters:
--   $dates DATE[]: as-of dates
-- Grain: one row per child and date, in the order of distance_children; rows of children do not leave the queries layer
-- Columns (null: no source says):
--   record_key UBIGINT: the child's key for cell-key rounding
--   care_days DOUBLE: days since the period of care began
--   dols BOOLEAN: deprived of liberty
--   solo BOOLEAN: needs a placement alone
--   reason VARCHAR: why at a distance: none_local, local_unavailable, child_led, not_applicable, unknown
--   reason_label VARCHAR: as the census words it
select
  record_key, date_diff('day', care_started_on, as_of)::double as care_days, dols, solo, distance_reason as reason,
  distance_reason_label as reason_label
from as_at
where list_contains($dates::date[], as_of)
order by as_of, la_code, record_key
