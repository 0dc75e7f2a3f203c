-- Does any table hold other rows than its accounts say were kept?
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: sources that are wrong; 0 is right
WITH held AS (
  SELECT 'ofsted_' || list_kind AS source, count(*) AS n FROM home_listing GROUP BY list_kind
  UNION ALL SELECT 'ofsted_in_year', count(*) FROM home_inspection
  UNION ALL SELECT 'ofsted_changes', count(*) FROM home_change
  UNION ALL SELECT 'ofsted_supported', count(*) FROM supported_premises
  UNION ALL SELECT 'ofsted_la', count(*) FROM la_inspection
  UNION ALL SELECT 'ofsted_series', count(*) FROM home_total
  UNION ALL SELECT 'ssda903_header', count(*) FROM child
  UNION ALL SELECT 'ssda903_episodes', count(*) FROM episode
  UNION ALL SELECT 'ssda903_uasc', count(*) FROM uasc
  UNION ALL SELECT 'vacancies', count(*) FROM vacancy
  UNION ALL SELECT 'placement_costs', count(*) FROM placement_cost
  UNION ALL SELECT 'home_costs', count(*) FROM home_cost
  UNION ALL SELECT 'ssda903_missing', count(*) FROM missing
  UNION ALL SELECT 'ssda903_oc2', count(*) FROM oc2
  UNION ALL SELECT 'ssda903_dolo', count(*) FROM dolo
  UNION ALL SELECT 'placements_census', count(*) FROM census
  UNION ALL SELECT 'placements_standard', count(*) FROM referral WHERE standard = 'pds_v2'
  UNION ALL SELECT 'rcc_referrals', count(*) FROM referral WHERE standard = 'rcc'
  UNION ALL SELECT source, count(DISTINCT (sha256, source_sheet, source_row)) FROM published_figure GROUP BY source
  UNION ALL SELECT source, count(*) FROM published_definition GROUP BY source
  UNION ALL SELECT 'statistical_neighbours', count(DISTINCT (sha256, source_sheet, source_row)) FROM neighbour
),
said AS (
  SELECT source, CAST(sum(rows_loaded + rows_mended) AS BIGINT) AS n FROM account GROUP BY source
)
SELECT CAST(count(*) AS BIGINT) AS wrong
FROM held
FULL JOIN said ON said.source = held.source
WHERE coalesce(held.n, 0) <> coalesce(said.n, 0)
