-- Did each child come to the present stay from an NHS or nursing setting (PLACE R2), left not over 30 days before?
-- Parameters: none
-- Grain: one row per child and as-of date
-- Columns:
--   as_of DATE: as-of date
--   la_code VARCHAR: responsible LA
--   child_key VARCHAR: child
--   left_hospital BOOLEAN: so it was; null where neither a stay before nor the start of care is known
CREATE TABLE hospital_at AS
WITH present AS (
  SELECT o.as_of, o.la_code, o.child_key, o.care_started_on, coalesce(t.stay_from, o.stay_started_on) AS placed_on
  FROM open_at AS o
  LEFT JOIN stay AS t
    ON t.la_code = o.la_code AND t.child_key = o.child_key AND t.started_on = o.stay_started_on
)
SELECT p.as_of, p.la_code, p.child_key,
  CASE
    WHEN s.started_on IS NOT NULL THEN coalesce(
      s.place_code = 'R2' AND date_diff('day', s.ended_on, p.placed_on) <= 30, FALSE
    )
    WHEN p.care_started_on IS NOT NULL THEN FALSE
  END AS left_hospital
FROM present AS p
LEFT JOIN stay AS s ON s.la_code = p.la_code AND s.child_key = p.child_key AND s.started_on < p.placed_on
QUALIFY row_number() OVER (PARTITION BY p.as_of, p.la_code, p.child_key ORDER BY s.started_on DESC NULLS LAST) = 1
