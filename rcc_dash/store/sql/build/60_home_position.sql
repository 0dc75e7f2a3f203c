-- Where is a home whose address Ofsted does not publish? (design/methods.md 1.2)
-- Parameters: none
-- Grain: one row per URN that a restricted list places, or of which at least `min_placements` located episodes
--   are known and `min_agreement` of them share a sector
-- Columns:
--   urn VARCHAR: home
--   postcode_sector VARCHAR: sector of its address on the latest restricted list, else of most of its episodes
--   basis VARCHAR: restricted or placements
CREATE TABLE home_position AS
WITH counted AS (
  SELECT home_urn, placement_sector, CAST(count(*) AS BIGINT) AS episodes
  FROM wh.episode
  WHERE home_urn IS NOT NULL AND placement_sector IS NOT NULL
  GROUP BY home_urn, placement_sector
),
ranked AS (
  SELECT home_urn, placement_sector, episodes,
    CAST(sum(episodes) OVER (PARTITION BY home_urn) AS BIGINT) AS located,
    row_number() OVER (PARTITION BY home_urn ORDER BY episodes DESC, placement_sector) AS turn
  FROM counted
),
agreed AS (
  SELECT r.home_urn AS urn, r.placement_sector AS postcode_sector, 'placements' AS basis
  FROM ranked AS r
  CROSS JOIN setting AS s
  WHERE r.turn = 1 AND r.located >= s.min_placements AND r.episodes >= s.min_agreement * r.located
),
restricted AS (
  SELECT urn, postcode_sector, 'restricted' AS basis
  FROM wh.home_listing
  WHERE precision = 'restricted' AND postcode_sector IS NOT NULL
  QUALIFY row_number() OVER (
    PARTITION BY urn ORDER BY as_of DESC, load_order DESC, source_sheet, source_row
  ) = 1
)
SELECT * FROM restricted
UNION ALL
SELECT * FROM agreed WHERE urn NOT IN (SELECT urn FROM restricted)
