-- Which children's records do not agree with another source (design/sources.md 7.4, cross-source and home checks)?
-- Parameters: none
-- Grain: one row per check, as-of date and child; nothing else of the child is kept
-- Columns:
--   code VARCHAR: check, as in domain/cross_checks.py
--   source VARCHAR: the source that the 903 episodes were held against
--   as_of DATE: as-of date
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
CREATE TABLE wh.finding AS
WITH list_of_day AS (
  SELECT d.as_of, max(h.as_of) AS list_on, max_by(h.list_scope, h.as_of) = 'all' AS is_whole
  FROM (SELECT as_of FROM wh.as_at GROUP BY as_of) AS d
  JOIN wh.home_at AS h ON h.as_of <= d.as_of AND h.as_of > d.as_of - INTERVAL 1 YEAR
  GROUP BY d.as_of
),
in_home AS (
  SELECT a.as_of, a.la_code, a.record_key, a.placement, a.place_code, a.provider, a.placed_on, a.outside_la,
    a.home_urn, a.placement_sector, h.urn IS NOT NULL AS is_listed, h.is_childrens_home, h.provision_type,
    h.sector, h.places, h.registered_on, h.position_basis, h.position_sector,
    l.is_whole, count(*) OVER (PARTITION BY a.as_of, a.home_urn) AS children_here,
    a.home_urn IN (SELECT urn FROM wh.home_at) AS is_known
  FROM wh.as_at AS a
  JOIN list_of_day AS l ON l.as_of = a.as_of
  LEFT JOIN wh.home_at AS h ON h.as_of = l.list_on AND h.urn = a.home_urn
  WHERE a.placement = 'home' AND a.home_urn IS NOT NULL AND a.home_urn <> 'XXXXXXX'
),
of_home AS (
  SELECT as_of, la_code, record_key,
    unnest([
      CASE WHEN is_whole AND NOT is_known THEN 'U04' END,
      CASE WHEN is_whole AND is_known AND NOT is_listed OR registered_on > placed_on THEN 'U05' END,
      CASE WHEN is_childrens_home AND (place_code = 'K1') <> (provision_type = 'secure') THEN 'U06' END,
      CASE
        WHEN sector = 'la' AND provider NOT IN ('own_la', 'other_la', 'unknown')
          OR sector IN ('private', 'voluntary') AND provider NOT IN (sector, 'unknown')
          THEN 'U07'
      END,
      CASE WHEN position_basis IN ('published', 'restricted') AND position_sector <> placement_sector THEN 'U08' END,
      CASE WHEN provider = 'own_la' AND outside_la OR provider = 'other_la' AND NOT outside_la THEN 'U09' END,
      CASE WHEN is_listed AND NOT is_childrens_home THEN 'U10' END,
      CASE WHEN is_childrens_home AND children_here > places THEN 'U11' END
    ]) AS code
  FROM in_home
),
of_source AS (
  SELECT source, as_of, la_code, record_key,
    unnest([
      CASE WHEN source = 'placements_census' AND NOT in_returns THEN 'X02' END,
      CASE WHEN source = 'placement_costs' AND NOT in_returns THEN 'X03a' END,
      CASE WHEN la_differs THEN 'G07' END
    ]) AS code
  FROM wh.reconciliation
  WHERE in_source
),
without_cost AS (
  SELECT r.as_of, r.la_code, r.record_key
  FROM wh.reconciliation AS r
  JOIN wh.as_at AS a ON a.as_of = r.as_of AND a.la_code = r.la_code AND a.record_key = r.record_key
  WHERE r.source = 'placement_costs' AND NOT r.in_source AND a.placement NOT IN ('parents', 'adoption')
),
unmatched AS (
  SELECT make_date("year", 3, 31) AS as_of, la_code, record_key
  FROM stage1_episode
  WHERE rule1 IS NOT NULL
  GROUP BY "year", la_code, record_key
)
SELECT code, 'ofsted' AS source, as_of, la_code, record_key FROM of_home WHERE code IS NOT NULL
UNION ALL
SELECT code, source, as_of, la_code, record_key FROM of_source WHERE code IS NOT NULL
UNION ALL
SELECT 'X03b', 'placement_costs', as_of, la_code, record_key FROM without_cost
UNION ALL
SELECT 'U12', 'ofsted', as_of, la_code, record_key
FROM wh.as_at
WHERE unregistered AND home_urn IN (SELECT urn FROM wh.home_at)
UNION ALL
SELECT 'E13', 'ssda903_episodes', as_of, la_code, record_key FROM unmatched
ORDER BY code, source, as_of, la_code, record_key
