-- Who was looked after by these LAs on each date, where placed, how far, at what cost, and with what needs?
-- Parameters:
--   $la_codes VARCHAR[]: LAs whose children they are
-- Grain: one row per child and as-of date; nothing joins the rows of one child: no key, postcode sector, hexagon,
--   home or full date, and the rows are ordered by what they say
-- Columns (null: no source says; it is never "no"):
--   as_of DATE: the date
--   la_code VARCHAR: responsible LA
--   placement VARCHAR: family of the placement
--   place_code VARCHAR: PLACE; null if not stated
--   secure BOOLEAN: a secure children's home (K1)
--   provider VARCHAR: provider sector
--   age_years INTEGER: whole years on the date
--   age VARCHAR: age band
--   sex VARCHAR: M, F or U
--   uasc BOOLEAN: unaccompanied asylum-seeking child on the date
--   legal_status VARCHAR: LS
--   need_code VARCHAR: CIN, the main reason for a service
--   care_started_month DATE: first of the month in which the period of care began
--   placed_month DATE: first of the month in which the stay began
--   moves_12m INTEGER: moves to another carer in the twelve months to the date
--   placement_la VARCHAR: LA of placement; SCO, WAL, NIR outside England; null if unknown
--   outside_la BOOLEAN: placed outside the LA's boundary; null if unknown
--   distance_miles INTEGER: straight line, whole miles; null if either end is unknown
--   far BOOLEAN: over 20.0 miles; null if unknown
--   borderline BOOLEAN: 18 to 22 miles by sectors, so it may be either; null if unknown
--   distance_reason VARCHAR: why at a distance, of the census
--   sourcing_route VARCHAR: framework, spot, local, block, rcc_block or statutory
--   weekly_cost_gbp DOUBLE: pounds a week; null without a cost of this placement
--   cost_source VARCHAR: extract, census or referral; null with the cost
--   social_care_gbp DOUBLE: social care's part of it
--   education_gbp DOUBLE: education's part
--   health_gbp DOUBLE: health's part
--   dols BOOLEAN: deprivation of liberty
--   solo BOOLEAN: needs a placement alone
--   solo_in_place BOOLEAN: lives in a placement alone
--   staffing_ratio VARCHAR: adults to child that the latest referral of the year asked for
--   missing_12m INTEGER: times missing that began in the twelve months to the date
--   exploitation_risk BOOLEAN: sexual or criminal, by the latest referral of the year
--   self_harm_risk BOOLEAN: self-harm or eating disorder, as above
--   risk_to_others BOOLEAN: of any kind, as above
--   disability BOOLEAN: any disability in the cost extract
--   ehcp BOOLEAN: has an education, health and care plan
--   communication_need BOOLEAN: communication, hearing or language need
--   home_adaptation BOOLEAN: the home must be adapted
--   parent_child BOOLEAN: parent and child together
--   unregistered BOOLEAN: the census says that the placement should be registered and is not
CREATE TABLE share.as_at AS
SELECT as_of, la_code, placement, place_code, secure, provider, age_years, age, sex, uasc, legal_status, need_code,
  CAST(date_trunc('month', care_started_on) AS DATE) AS care_started_month,
  CAST(date_trunc('month', placed_on) AS DATE) AS placed_month,
  moves_12m, placement_la, outside_la, CAST(round(distance_miles) AS INTEGER) AS distance_miles, far, borderline,
  distance_reason, sourcing_route, weekly_cost_gbp, cost_source, social_care_gbp, education_gbp, health_gbp, dols, solo,
  solo_in_place, staffing_ratio, missing_12m, exploitation_risk, self_harm_risk, risk_to_others, disability, ehcp,
  communication_need, home_adaptation, parent_child, unregistered
FROM wh.as_at
WHERE list_contains($la_codes, la_code)
ORDER BY ALL
