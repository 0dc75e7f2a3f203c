-- Who was looked after on each date, where from, where placed, how far, at what cost, and with what needs?
-- Parameters: none
-- Grain: one row per child and as-of date (31 March of every return year that the LA loaded)
-- Columns (null: no source says; it is never "no"):
--   as_of DATE: the date
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
--   placement VARCHAR: family of the placement; a temporary one counts as the stay that it interrupts
--   place_code VARCHAR: PLACE; null if not stated
--   secure BOOLEAN: a secure children's home (K1); null with place_code
--   provider VARCHAR: provider sector; unknown if not stated
--   age_years INTEGER: whole years on the date; null without a header row
--   age VARCHAR: age band; null with age_years
--   sex VARCHAR: M, F or U; null without a header row
--   uasc BOOLEAN: unaccompanied asylum-seeking child on the date
--   legal_status VARCHAR: LS
--   need_code VARCHAR: CIN, the main reason for a service
--   care_started_on DATE: first day of the period of care; null where no return tells it
--   placed_on DATE: first day of the stay, legal changes and temporary placements in between left out
--   moves_12m INTEGER: moves to another carer in the twelve months to the date
--   left_hospital BOOLEAN: came to the stay from an NHS or nursing setting (R2), left no more than 30 days before
--   placement_la VARCHAR: LA of placement; SCO, WAL, NIR outside England; null if unknown
--   outside_la BOOLEAN: placed outside the LA's boundary; null if unknown
--   distance_miles DOUBLE: straight-line miles, 0.1; null if either end is unknown
--   distance_basis VARCHAR: postcode, sector or stated; null with the distance
--   far BOOLEAN: over 20.0 miles; null if unknown
--   borderline BOOLEAN: 18 to 22 miles by sectors, so it may be either; null if unknown
--   distance_reason VARCHAR: why at a distance, of the census: none_local, local_unavailable, child_led,
--     not_applicable, unknown
--   distance_reason_label VARCHAR: the reason as the census words it
--   origin_sector VARCHAR: postcode sector of home; null if unknown
--   origin_hex6 VARCHAR: H3 cell of the sector's centre; null if unknown
--   origin_hex5 VARCHAR: its parent
--   placement_sector VARCHAR: postcode sector of the placement; null if unknown
--   home_urn VARCHAR: URN of the placement; null if not stated
--   sourcing_route VARCHAR: framework, spot, local, block, rcc_block or statutory
--   weekly_cost_gbp DOUBLE: pounds a week; null without a cost of this placement
--   cost_source VARCHAR: extract, census or referral; null with the cost
--   social_care_gbp DOUBLE: social care's part of it; null where its source does not tell
--   education_gbp DOUBLE: as social_care_gbp
--   health_gbp DOUBLE: as social_care_gbp
--   dols BOOLEAN: deprivation of liberty: an order in force, else the census, else the latest referral of the year
--   solo BOOLEAN: needs a placement alone
--   solo_in_place BOOLEAN: lives in a placement alone
--   staffing_ratio VARCHAR: adults to child that the latest referral of the year asked for: 1:1, 2:1, over_2:1, standard
--   sdq_score INTEGER: strengths and difficulties, 0 to 40, of the return year
--   convicted BOOLEAN: convicted or cautioned in the year
--   substance_misuse BOOLEAN: found to misuse substances in the year
--   missing_12m INTEGER: times missing that began in the twelve months to the date
--   exploitation_risk BOOLEAN: sexual or criminal, by the latest referral of the year
--   self_harm_risk BOOLEAN: self-harm or eating disorder, as above
--   risk_to_others BOOLEAN: of any kind, as above
--   disability BOOLEAN: any disability in the cost extract
--   ehcp BOOLEAN: has an education, health and care plan
--   communication_need BOOLEAN: communication, hearing or language need, of referral, extract or census
--   deaf BOOLEAN: British Sign Language or a hearing impairment, as above
--   home_adaptation BOOLEAN: the home must be adapted, by the latest referral of the year
--   parent_child BOOLEAN: parent and child together
--   unregistered BOOLEAN: the census says that the placement should be registered and is not
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
person AS (
  SELECT stay.*, h.sex, CAST(floor(date_diff('month', h.born_month, stay.as_of) / 12.0) AS INTEGER) AS age_years,
    u.child_key IS NOT NULL AND (u.uasc_ended_on IS NULL OR u.uasc_ended_on > stay.as_of) AS uasc
  FROM stay_at AS stay
  LEFT JOIN header AS h ON h.la_code = stay.la_code AND h.child_key = stay.child_key
  LEFT JOIN unaccompanied AS u ON u.la_code = stay.la_code AND u.child_key = stay.child_key
)
SELECT p.as_of, p.la_code, p.record_key,
  CASE WHEN p.family_code IS NULL OR p.family_code = 'temporary' THEN 'other' ELSE p.family_code END AS placement,
  p.place_code,
  p.place_code = 'K1' AS secure,
  coalesce(r.sector, 'unknown') AS provider,
  p.age_years,
  a.age,
  p.sex,
  p.uasc,
  p.legal_status,
  p.need_code,
  p.care_started_on,
  p.placed_on,
  n.moves_12m,
  n.left_hospital,
  p.placement_la,
  p.placement_la <> p.la_code AS outside_la,
  p.distance_miles,
  p.distance_basis,
  p.distance_miles > s.far_miles AS far,
  p.distance_miles BETWEEN s.borderline_from AND s.borderline_to AND p.distance_basis = 'sector' AS borderline,
  n.distance_reason,
  n.distance_reason_label,
  p.origin_sector,
  o.hex6 AS origin_hex6,
  o.hex5 AS origin_hex5,
  p.placement_sector,
  p.home_urn,
  n.sourcing_route,
  n.weekly_cost_gbp, n.cost_source, n.social_care_gbp, n.education_gbp, n.health_gbp,
  n.dols, n.solo, n.solo_in_place, n.staffing_ratio,
  n.sdq_score, n.convicted, n.substance_misuse, n.missing_12m,
  n.exploitation_risk, n.self_harm_risk, n.risk_to_others,
  n.disability, n.ehcp, n.communication_need, n.deaf, n.home_adaptation, n.parent_child, n.unregistered
FROM person AS p
CROSS JOIN setting AS s
LEFT JOIN reference_provider AS r ON r.provider_code = p.provider_code
LEFT JOIN reference_age AS a ON a.age_years = p.age_years
LEFT JOIN wh.sector AS o ON o.postcode_sector = p.origin_sector
LEFT JOIN needs_at AS n ON n.as_of = p.as_of AND n.la_code = p.la_code AND n.child_key = p.child_key
ORDER BY p.as_of, p.la_code, p.record_key
