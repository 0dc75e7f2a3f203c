-- Which records of children do the sources beside the 903 episodes hold, put in the same words?
-- Parameters: none
-- Grain: one row per record of the census, cost extracts and referrals, and one per child and year of the other 903 files
-- Columns:
--   source VARCHAR: placements_census, placement_costs, referrals, ssda903_header, ssda903_uasc, ssda903_missing,
--     ssda903_oc2 or ssda903_dolo
--   la_code VARCHAR: responsible LA
--   child_key VARCHAR: child
--   record_key UBIGINT: the child's key for cell-key rounding; null where the source has none of its own
--   as_of DATE: day that the record is of; 31 March of the return year for 903 files
--   started_on DATE: start of the placement; null where the source does not tell it
--   near_on DATE: a day near the start, where that is all there is
--   ended_on DATE: end of the placement; null while open or not told
--   family_code VARCHAR: family of the placement; null if not known or not told
--   sector VARCHAR: own_la, other_la or independent; null as family_code
--   placement_la VARCHAR: LA of placement; null as family_code
--   has_placement BOOLEAN: it tells of one placement, not only of the child
CREATE TABLE other_record AS
SELECT 'placements_census' AS source, la_code, child_key, record_key, as_of, started_on, NULL AS near_on,
  NULL AS ended_on, family_code, sector_hint AS sector, placement_la, TRUE AS has_placement
FROM wh.census
WHERE row_class = 'child'
UNION ALL
SELECT 'placement_costs', c.la_code, c.child_key, c.record_key, c.as_of, c.started_on, NULL,
  c.ended_on, p.family_code, s.contract_sector, c.placement_la, TRUE
FROM wh.placement_cost AS c
LEFT JOIN reference_place AS p ON p.place_code = c.place_code
LEFT JOIN reference_provider AS s ON s.provider_code = c.provider_code
UNION ALL
SELECT 'referrals', la_code, child_key, record_key, coalesce(referred_on, as_of), NULL, placed_on,
  NULL, family_code, NULL, NULL, TRUE
FROM wh.referral
UNION ALL
SELECT 'ssda903_header', la_code, child_key, record_key, make_date("year", 3, 31), NULL, NULL, NULL, NULL, NULL, NULL, FALSE
FROM wh.child
UNION ALL
SELECT 'ssda903_uasc', la_code, child_key, NULL, make_date("year", 3, 31), NULL, NULL, NULL, NULL, NULL, NULL, FALSE
FROM wh.uasc
UNION ALL
SELECT 'ssda903_missing', la_code, child_key, any_value(record_key), make_date("year", 3, 31),
  NULL, NULL, NULL, NULL, NULL, NULL, FALSE
FROM wh.missing
GROUP BY la_code, child_key, "year"
UNION ALL
SELECT 'ssda903_oc2', la_code, child_key, record_key, make_date("year", 3, 31), NULL, NULL, NULL, NULL, NULL, NULL, FALSE
FROM wh.oc2
UNION ALL
SELECT 'ssda903_dolo', la_code, child_key, any_value(record_key), make_date("year", 3, 31),
  NULL, NULL, NULL, NULL, NULL, NULL, FALSE
FROM wh.dolo
GROUP BY la_code, child_key, "year"
