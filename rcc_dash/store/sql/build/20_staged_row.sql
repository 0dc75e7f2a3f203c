-- Which rows of every checked table are about the same thing, so that a later load can replace them?
-- Parameters: none
-- Grain: one row per row of every checked table of every loaded file
-- Columns:
--   table_name VARCHAR: checked table
--   source VARCHAR: kind of source, as in its account
--   sha256 VARCHAR: file
--   sheet VARCHAR: sheet; blank for a CSV
--   source_row INTEGER: row of the file
--   load_order INTEGER: 1 is the file loaded first
--   was_mended BOOLEAN: changed on arrival
--   la_code VARCHAR: LA of its account; null where the account is of no LA
--   period VARCHAR: period of its account
--   return_key VARCHAR: what is replaced as a whole when it is submitted again
--   row_key VARCHAR: what may be in a return once only
CREATE TABLE staged_row AS
WITH every_row AS (
  SELECT 'home_listing' AS table_name, 'ofsted_' || list_kind AS source, sha256, source_sheet, source_row, load_order,
    mends, NULL AS la_code, CAST(as_of AS VARCHAR) AS period,
    concat_ws('|', list_kind, as_of, provision_type) AS part_key, urn AS row_key
  FROM staged_home_listing
  UNION ALL
  SELECT 'home_inspection', 'ofsted_in_year', sha256, source_sheet, source_row, load_order,
    mends, NULL, CAST(as_of AS VARCHAR),
    concat_ws('|', as_of, provision_type), concat_ws('|', source_sheet, source_row)
  FROM staged_home_inspection
  UNION ALL
  SELECT 'home_change', 'ofsted_changes', sha256, source_sheet, source_row, load_order,
    mends, NULL, CAST(as_of AS VARCHAR),
    concat_ws('|', as_of, provision_type), concat_ws('|', urn, joined, "left")
  FROM staged_home_change
  UNION ALL
  SELECT 'supported_premises',
    CASE precision WHEN 'restricted' THEN 'ofsted_restricted_premises' ELSE 'ofsted_supported' END,
    sha256, source_sheet, source_row, load_order,
    mends, NULL, CAST(as_of AS VARCHAR),
    concat_ws('|', as_of, precision), concat_ws('|', source_sheet, source_row)
  FROM staged_supported_premises
  UNION ALL
  SELECT 'la_inspection', 'ofsted_la', sha256, source_sheet, source_row, load_order,
    mends, NULL, CAST(as_of AS VARCHAR),
    CAST(as_of AS VARCHAR), concat_ws('|', la_listed, inspected_on)
  FROM staged_la_inspection
  UNION ALL
  SELECT 'home_total', 'ofsted_series', sha256, source_sheet, source_row, load_order,
    mends, NULL, CAST(as_of AS VARCHAR),
    CAST(as_of AS VARCHAR), ''
  FROM staged_home_total
  UNION ALL
  SELECT 'child', 'ssda903_header', sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST("year" AS VARCHAR),
    concat_ws('|', la_code, "year"), child_key
  FROM staged_child
  UNION ALL
  SELECT 'episode', 'ssda903_episodes', sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST("year" AS VARCHAR),
    concat_ws('|', la_code, "year"), concat_ws('|', source_sheet, source_row)
  FROM staged_episode
  UNION ALL
  SELECT 'uasc', 'ssda903_uasc', sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST("year" AS VARCHAR),
    concat_ws('|', la_code, "year"), child_key
  FROM staged_uasc
  UNION ALL
  SELECT 'vacancy', 'vacancies', sha256, source_sheet, source_row, load_order,
    mends, NULL, CAST(as_of AS VARCHAR),
    concat_ws('|', as_of, urn), ''
  FROM staged_vacancy
  UNION ALL
  SELECT 'placement_cost', 'placement_costs', sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST(as_of AS VARCHAR),
    concat_ws('|', la_code, as_of), concat_ws('|', child_key, started_on)
  FROM staged_placement_cost
  UNION ALL
  SELECT 'home_cost', 'home_costs', sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST(as_of AS VARCHAR),
    concat_ws('|', la_code, as_of), concat_ws('|', source_sheet, source_row)
  FROM staged_home_cost
  UNION ALL
  SELECT 'missing', 'ssda903_missing', sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST("year" AS VARCHAR),
    concat_ws('|', la_code, "year"), concat_ws('|', source_sheet, source_row)
  FROM staged_missing
  UNION ALL
  SELECT 'oc2', 'ssda903_oc2', sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST("year" AS VARCHAR),
    concat_ws('|', la_code, "year"), child_key
  FROM staged_oc2
  UNION ALL
  SELECT 'dolo', 'ssda903_dolo', sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST("year" AS VARCHAR),
    concat_ws('|', la_code, "year"), concat_ws('|', child_key, started_on)
  FROM staged_dolo
  UNION ALL
  SELECT 'census', 'placements_census', sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST(as_of AS VARCHAR),
    concat_ws('|', la_code, as_of), concat_ws('|', child_key, started_on, provision_label)
  FROM staged_census
  UNION ALL
  SELECT 'referral', CASE standard WHEN 'pds_v2' THEN 'placements_standard' ELSE 'rcc_referrals' END,
    sha256, source_sheet, source_row, load_order,
    mends, la_code, CAST("year" AS VARCHAR),
    concat_ws('|', la_code, standard, child_key, coalesce(referred_on, placed_on, as_of)), ''
  FROM staged_referral
  UNION ALL
  SELECT 'published_figure', source, sha256, source_sheet, source_row, any_value(load_order),
    any_value(mends), NULL, CAST(year(any_value(period_end)) AS VARCHAR),
    concat_ws('|', dataset, any_value(release), any_value(period_start), any_value(period_end),
      any_value(area_code), min(concat_ws('|', measure, category, category_2))), ''
  FROM staged_published_figure
  GROUP BY source, dataset, sha256, source_sheet, source_row
  UNION ALL
  SELECT 'published_definition', source, sha256, source_sheet, source_row, load_order,
    mends, NULL, '', concat_ws('|', dataset, publisher_code), ''
  FROM staged_published_definition
  UNION ALL
  SELECT 'neighbour', 'statistical_neighbours', sha256, source_sheet, source_row, any_value(load_order),
    any_value(mends), NULL, any_value(model), concat_ws('|', any_value(model), any_value(la_code)), ''
  FROM staged_neighbour
  GROUP BY sha256, source_sheet, source_row
)
SELECT table_name, source, sha256, coalesce(source_sheet, '') AS sheet, source_row, load_order,
  mends IS NOT NULL AS was_mended, la_code, period, table_name || '|' || part_key AS return_key, row_key
FROM every_row
