-- What do the other sources say of each child's needs, and of the placement that it was in, on each date?
-- Parameters: none
-- Grain: one row per child and as-of date
-- Columns: as in as_at (73), and the keys as_of, la_code, child_key. Null everywhere: no source says, which is not "no"
CREATE TABLE needs_at AS
WITH heard AS (
  SELECT s.as_of, s.la_code, s.child_key,
    d.has_order, m.missing_12m, v.moves_12m, h.left_hospital, o.sdq_score, o.convicted, o.substance_misuse,
    c.dols_status, c.solo_required, c.send_label, c.send_need, c.sdq_score AS census_sdq_score,
    c.convicted AS census_convicted, c.substance_misuse AS census_substance_misuse,
    c.missing_12m AS census_missing_12m,
    r.deprivation_of_liberty, r.companions, r.communication_need, r.communication_kinds, r.home_adaptation,
    r.staffing_ratio, r.weekly_cost_gbp AS agreed_gbp,
    list_aggregate([r.risk_sexual_exploitation <> 'none', r.risk_criminal_exploitation <> 'none'], 'bool_or')
      AS exploitation_risk,
    list_aggregate([r.risk_self_harm <> 'none', r.risk_eating_disorder <> 'none'], 'bool_or') AS self_harm_risk,
    list_aggregate(
      [r.risk_others_physical <> 'none', r.risk_others_sexual <> 'none', r.risk_others_fire <> 'none',
       r.risk_others_animals <> 'none', r.risk_others_criminal <> 'none'], 'bool_or'
    ) AS risk_to_others,
    string_split(k.disability_codes, ' ') AS disabilities, k.has_ehcp, k.sourcing_route AS extract_route,
    k.weekly_cost_gbp AS extract_gbp, k.social_care_gbp, k.education_gbp, k.health_gbp,
    CASE WHEN coalesce(c.family_code = s.family_code, TRUE) THEN c END AS here,
    s.place_code = 'R3' AS is_family_centre,
    coalesce(r.family_code = s.family_code, FALSE) AS is_as_referred
  FROM stay_at AS s
  LEFT JOIN moves_at AS v ON v.as_of = s.as_of AND v.la_code = s.la_code AND v.child_key = s.child_key
  LEFT JOIN hospital_at AS h ON h.as_of = s.as_of AND h.la_code = s.la_code AND h.child_key = s.child_key
  LEFT JOIN missing_at AS m ON m.as_of = s.as_of AND m.la_code = s.la_code AND m.child_key = s.child_key
  LEFT JOIN dolo_at AS d ON d.as_of = s.as_of AND d.la_code = s.la_code AND d.child_key = s.child_key
  LEFT JOIN wh.oc2 AS o ON o."year" = year(s.as_of) AND o.la_code = s.la_code AND o.child_key = s.child_key
  LEFT JOIN census_at AS c ON c.as_of = s.as_of AND c.la_code = s.la_code AND c.child_key = s.child_key
  LEFT JOIN referral_at AS r ON r.as_of = s.as_of AND r.la_code = s.la_code AND r.child_key = s.child_key
  LEFT JOIN cost_at AS k
    ON k.as_of = s.as_of AND k.la_code = s.la_code AND k.child_key = s.child_key AND k.place_code = s.place_code
),
priced AS (
  SELECT *,
    CASE
      WHEN extract_gbp IS NOT NULL THEN 'extract'
      WHEN here.weekly_cost_gbp IS NOT NULL THEN 'census'
      WHEN is_as_referred AND agreed_gbp IS NOT NULL THEN 'referral'
    END AS cost_source
  FROM heard
)
SELECT as_of, la_code, child_key,
  moves_12m,
  left_hospital,
  coalesce(missing_12m, census_missing_12m) AS missing_12m,
  CASE
    WHEN has_order OR dols_status = 'current' THEN TRUE
    WHEN has_order IS NOT NULL OR dols_status IN ('previous', 'none') THEN FALSE
    ELSE deprivation_of_liberty
  END AS dols,
  coalesce(solo_required, companions = 'solo') AS solo,
  here.solo_in_place AS solo_in_place,
  staffing_ratio,
  coalesce(sdq_score, census_sdq_score) AS sdq_score,
  coalesce(convicted, census_convicted) AS convicted,
  coalesce(substance_misuse, census_substance_misuse) AS substance_misuse,
  exploitation_risk, self_harm_risk, risk_to_others,
  NOT list_contains(disabilities, 'NONE') AS disability,
  coalesce(has_ehcp, CASE WHEN send_label <> 'some' THEN send_label = 'ehcp' END) AS ehcp,
  list_aggregate(
    [communication_need, list_has_any(disabilities, ['COMM', 'HEAR']), send_need IN ('SLCN', 'HI', 'MSI')], 'bool_or'
  ) AS communication_need,
  list_aggregate(
    [list_contains(string_split(communication_kinds, ' '), 'bsl'), list_contains(disabilities, 'HEAR'),
     send_need IN ('HI', 'MSI')], 'bool_or'
  ) AS deaf,
  home_adaptation,
  list_aggregate([here.parent_child, nullif(is_family_centre, FALSE)], 'bool_or') AS parent_child,
  here.is_unregistered AS unregistered,
  here.distance_reason AS distance_reason,
  here.distance_reason_label AS distance_reason_label,
  coalesce(here.sourcing_route, extract_route) AS sourcing_route,
  cost_source,
  CASE cost_source
    WHEN 'extract' THEN extract_gbp WHEN 'census' THEN here.weekly_cost_gbp WHEN 'referral' THEN agreed_gbp
  END AS weekly_cost_gbp,
  CASE cost_source WHEN 'extract' THEN social_care_gbp WHEN 'census' THEN here.social_care_gbp END AS social_care_gbp,
  CASE cost_source WHEN 'extract' THEN education_gbp WHEN 'census' THEN here.education_gbp END AS education_gbp,
  CASE cost_source WHEN 'extract' THEN health_gbp WHEN 'census' THEN here.health_gbp END AS health_gbp
FROM priced
