-- In which value of each attribute is each child on each date, and in which senses away from home?
-- Made of `as_at` alone, so that a release remakes it once its children stand.
-- Parameters: none
-- Grain: one row per child and as-of date, in the order of `as_at`
-- Columns (none is null: what no source says is `unknown`, or not away):
--   as_of DATE: the date
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
--   placement VARCHAR: placement type
--   age VARCHAR: age band
--   sector VARCHAR: provider sector
--   legal VARCHAR: legal group
--   care VARCHAR: time in care
--   cost VARCHAR: cost of the placement
--   dols VARCHAR: deprivation of liberty: yes, no, unknown
--   solo VARCHAR: solo placement: yes, no, unknown
--   outside BOOLEAN: placed outside the LA's boundary
--   far BOOLEAN: more than 20.0 miles from home
--   far_outside BOOLEAN: both
--   out_region BOOLEAN: placed with no member of the LA's cooperative
--   out_england BOOLEAN: placed outside England
CREATE OR REPLACE TABLE wh.child_cell AS
SELECT c.as_of, c.la_code, c.record_key,
  coalesce(c.placement, 'unknown') AS placement,
  coalesce(c.age, 'unknown') AS age,
  coalesce(c.provider, 'unknown') AS sector,
  coalesce(l.legal, 'unknown') AS legal,
  coalesce(d.band, 'unknown') AS care,
  coalesce(g.band, 'unknown') AS "cost",
  CASE WHEN c.dols THEN 'yes' WHEN NOT c.dols THEN 'no' ELSE 'unknown' END AS dols,
  CASE WHEN c.solo THEN 'yes' WHEN NOT c.solo THEN 'no' ELSE 'unknown' END AS solo,
  coalesce(c.outside_la, FALSE) AS outside,
  coalesce(c.far, FALSE) AS far,
  coalesce(c.far AND c.outside_la, FALSE) AS far_outside,
  coalesce(c.placement_la IS NOT NULL AND own.rcc_code IS NOT NULL AND own.rcc_code IS DISTINCT FROM there.rcc_code,
    FALSE) AS out_region,
  coalesce(c.placement_la IN ('SCO', 'WAL', 'NIR'), FALSE) AS out_england
FROM wh.as_at AS c
LEFT JOIN wh.area AS own ON own.la_code = c.la_code
LEFT JOIN wh.area AS there ON there.la_code = c.placement_la
LEFT JOIN reference_legal AS l ON l.legal_status = c.legal_status
ASOF LEFT JOIN reference_care AS d ON if(c.care_started_on > c.as_of, 0, c.as_of - c.care_started_on) >= d.from_days
ASOF LEFT JOIN reference_cost AS g ON if(c.weekly_cost_gbp < 0, 0, c.weekly_cost_gbp) >= g.from_gbp
ORDER BY c.as_of, c.la_code, c.record_key
