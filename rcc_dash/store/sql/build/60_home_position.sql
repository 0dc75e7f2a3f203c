-- Where do children placed in a home live, where they agree? (design/methods.md 1.2: Ofsted redacts addresses)
-- Parameters: none
-- Grain: one row per URN with at least `min_placements` located episodes of which `min_agreement` share a sector
-- Columns:
--   urn VARCHAR: home
--   postcode_sector VARCHAR: sector of most of its episodes
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
)
SELECT r.home_urn AS urn, r.placement_sector AS postcode_sector
FROM ranked AS r
CROSS JOIN setting AS s
WHERE r.turn = 1 AND r.located >= s.min_placements AND r.episodes >= s.min_agreement * r.located
