-- What is known of each child that decides whether a need is rare and costly, and of what it costs whom?
-- Parameters:
--   $date DATE: as-of date
--   $la_codes VARCHAR[]: responsible LAs
-- Grain: one row per child, in the order of distance_children; rows of children do not leave the queries layer
-- Columns (null: no source says; it is never "no"; definitions in build/73_as_at.sql):
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
--   placed_on DATE: first day of the stay
--   home_urn VARCHAR: URN of the placement
--   placement VARCHAR: family of the placement
--   place_code VARCHAR: PLACE
--   secure BOOLEAN: K1
--   provider VARCHAR: provider sector
--   age VARCHAR: age band
--   age_years INTEGER: whole years
--   sex VARCHAR: M, F or U
--   uasc BOOLEAN: unaccompanied asylum-seeking child
--   legal_status VARCHAR: LS
--   need_code VARCHAR: CIN
--   moves_12m INTEGER: moves in twelve months
--   left_hospital BOOLEAN: came from an NHS or nursing setting
--   placement_la VARCHAR: LA of placement
--   outside_la BOOLEAN: outside the LA
--   inside BOOLEAN: inside it; false if unknown
--   distance_miles DOUBLE: straight-line miles
--   distance_reason VARCHAR: why at a distance
--   sourcing_route VARCHAR: how it was bought
--   weekly_cost_gbp DOUBLE: pounds a week
--   social_care_gbp DOUBLE: social care's part
--   education_gbp DOUBLE: education's part
--   health_gbp DOUBLE: health's part
--   dols BOOLEAN: deprivation of liberty
--   solo BOOLEAN: needs a placement alone
--   solo_in_place BOOLEAN: lives in a placement alone
--   staffing_ratio VARCHAR: adults to child asked for
--   sdq_score INTEGER: strengths and difficulties
--   convicted BOOLEAN: in the year
--   substance_misuse BOOLEAN: in the year
--   missing_12m INTEGER: times missing in twelve months
--   exploitation_risk BOOLEAN: by referral
--   self_harm_risk BOOLEAN: by referral
--   risk_to_others BOOLEAN: by referral
--   disability BOOLEAN: any
--   ehcp BOOLEAN: has a plan
--   communication_need BOOLEAN: communication, hearing or language need
--   deaf BOOLEAN: British Sign Language or hearing impairment
--   home_adaptation BOOLEAN: the home must be adapted
--   parent_child BOOLEAN: parent and child together
--   unregistered BOOLEAN: should be registered and is not
select
  la_code, record_key, placed_on, home_urn, placement, place_code, secure, provider, age, age_years, sex, uasc,
  legal_status, need_code, moves_12m, left_hospital, placement_la, outside_la,
  coalesce(not outside_la, false) as inside, distance_miles, distance_reason, sourcing_route,
  weekly_cost_gbp, social_care_gbp, education_gbp, health_gbp, dols, solo, solo_in_place, staffing_ratio,
  sdq_score, convicted, substance_misuse, missing_12m, exploitation_risk, self_harm_risk, risk_to_others,
  disability, ehcp, communication_need, deaf, home_adaptation, parent_child, unregistered
from as_at
where as_of = $date::date and list_contains($la_codes::varchar[], la_code)
