-- What is known of the needs of each child, of the time in care, and of the reason for a distance?
-- Parameters:
--   $date DATE: as-of date
-- Grain: one row per child, in the order of distance_children; rows of children do not leave the queries layer
-- Columns (null: no source says):
--   record_key UBIGINT: the child's key for cell-key rounding
--   care_days DOUBLE: days since the period of care began
--   dols VARCHAR: deprived of liberty: yes, no or unknown
--   solo VARCHAR: needs a placement alone: yes, no or unknown
--   reason VARCHAR: why at a distance: none_local, local_unavailable, child_led, not_applicable, unknown
--   reason_label VARCHAR: as the census words it
select
  record_key, date_diff('day', care_started_on, as_of)::double as care_days,
  case when dols then 'yes' when not dols then 'no' else 'unknown' end as dols,
  case when solo then 'yes' when not solo then 'no' else 'unknown' end as solo, distance_reason as reason,
  distance_reason_label as reason_label
from as_at
where as_of = $date::date
