-- Who was looked after on each date, where from, where placed, how far, and at what cost?
-- Parameters: none
-- Grain: one row per child and as-of date (31 March of every return year that the LA loaded)
-- Columns:
--   as_of DATE: the date
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
--   placement VARCHAR: family of the placement; a temporary one counts as the stay that it interrupts
--   place_code VARCHAR: PLACE; null if not stated
--   provider VARCHAR: provider sector; unknown if not stated
--   age_years INTEGER: whole years on the date; null without a header row
--   age VARCHAR: age band; null with age_years
--   sex VARCHAR: M, F or U; null without a header row
--   uasc BOOLEAN: unaccompanied asylum-seeking child on the date
--   legal_status VARCHAR: LS
--   placement_la VARCHAR: LA of placement; SCO, WAL, NIR outside England; null if unknown
--   outside_la BOOLEAN: placed outside the LA's boundary; null if unknown
--   distance_miles DOUBLE: straight-line miles, 0.1; null if either end is unknown
--   distance_basis VARCHAR: postcode, sector or stated; null with the distance
--   far BOOLEAN: over 20.0 miles; null if unknown
--   borderline BOOLEAN: 18 to 22 miles by sectors, so it may be either; null if unknown
--   origin_sector VARCHAR: postcode sector of home; null if unknown
--   origin_hex6 VARCHAR: H3 cell of the sector's centre; null if unknown
--   origin_hex5 VARCHAR: its parent
--   placement_sector VARCHAR: postcode sector of the placement; null if unknown
--   home_urn VARCHAR: URN of the placement; null if not stated
--   weekly_cost_gbp DOUBLE: pounds a week; null without a cost extract
CREATE TABLE wh.as_at AS
WITH header AS (
  SELECT la_code, child_key, born_month, sex
  FROM wh.child
  QUALIFY row_number() OVER (PARTITION BY la_code, child_key ORDER BY "year" DESC) = 1
),
unaccompanied AS (
  SELECT la_code, child_key, uasc_ended_on
  FROM wh.uasc
  QUALIFY row_number() OVER (PARTITION BY la_code, child_key ORDER BY "year" DESC) = 1
),
stay AS (
  SELECT o.as_of, o.la_code, o.child_key, o.record_key, o.legal_status, s.started_on, s.family_code, s.place_code,
    s.provider_code, s.placement_la, s.distance_miles, s.distance_basis, s.origin_sector, s.placement_sector, s.home_urn
  FROM open_at AS o
  JOIN care AS s ON s.la_code = o.la_code AND s.child_key = o.child_key AND s.started_on = o.stay_started_on
),
person AS (
  SELECT stay.*, h.sex, CAST(floor(date_diff('month', h.born_month, stay.as_of) / 12.0) AS INTEGER) AS age_years,
    u.child_key IS NOT NULL AND (u.uasc_ended_on IS NULL OR u.uasc_ended_on > stay.as_of) AS uasc
  FROM stay
  LEFT JOIN header AS h ON h.la_code = stay.la_code AND h.child_key = stay.child_key
  LEFT JOIN unaccompanied AS u ON u.la_code = stay.la_code AND u.child_key = stay.child_key
)
SELECT p.as_of, p.la_code, p.record_key,
  CASE WHEN p.family_code IS NULL OR p.family_code = 'temporary' THEN 'other' ELSE p.family_code END AS placement,
  p.place_code,
  coalesce(r.sector, 'unknown') AS provider,
  p.age_years,
  a.age,
  p.sex,
  p.uasc,
  p.legal_status,
  p.placement_la,
  p.placement_la <> p.la_code AS outside_la,
  p.distance_miles,
  p.distance_basis,
  p.distance_miles > s.far_miles AS far,
  p.distance_miles BETWEEN s.borderline_from AND s.borderline_to AND p.distance_basis = 'sector' AS borderline,
  p.origin_sector,
  o.hex6 AS origin_hex6,
  o.hex5 AS origin_hex5,
  p.placement_sector,
  p.home_urn,
  c.weekly_cost_gbp
FROM person AS p
CROSS JOIN setting AS s
LEFT JOIN reference_provider AS r ON r.provider_code = p.provider_code
LEFT JOIN reference_age AS a ON a.age_years = p.age_years
LEFT JOIN wh.sector AS o ON o.postcode_sector = p.origin_sector
LEFT JOIN cost_at AS c
  ON c.as_of = p.as_of AND c.la_code = p.la_code AND c.child_key = p.child_key AND c.place_code = p.place_code
ORDER BY p.as_of, p.la_code, p.record_key
