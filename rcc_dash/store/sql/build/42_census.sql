-- Where did each child of the placements census live, how was the place found and what did it cost, by month?
-- Parameters: none
-- Grain: that of the checked table `census`, without rows that a later load replaced or that are there twice
--   Of a plain census that replaced one which a hub had joined to the 903 return (of the same LA and month), a child
--   whose start, kind of placement and home are the same in both keeps what had been joined.
-- Columns: those of the checked table `census`, and
--   urn_by_name BOOLEAN: home_urn is what a person decided on for the names, as the file has none
--   joined_before BOOLEAN: what was joined is that of the census that this one replaced
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.census AS
WITH joined_file AS (
  SELECT sha256
  FROM staged_census
  GROUP BY sha256
  HAVING count(origin_sector) + count(placement_sector) + count(distance_miles) + count(sdq_score) + count(missing_12m) > 0
),
joined AS (
  SELECT *
  FROM staged_census
  WHERE sha256 IN (FROM joined_file)
  QUALIFY row_number() OVER (
    PARTITION BY la_code, as_of, child_key, started_on, family_code, home_urn ORDER BY load_order DESC, source_row
  ) = 1
)
SELECT t.* REPLACE (
    coalesce(t.home_urn, d.urn) AS home_urn,
    coalesce(t.placement_la, j.placement_la) AS placement_la,
    coalesce(t.origin_sector, j.origin_sector) AS origin_sector,
    coalesce(t.placement_sector, j.placement_sector) AS placement_sector,
    coalesce(t.distance_miles, j.distance_miles) AS distance_miles,
    coalesce(t.distance_basis, j.distance_basis) AS distance_basis,
    coalesce(t.joined_place_code, j.joined_place_code) AS joined_place_code,
    coalesce(t.joined_provider_code, j.joined_provider_code) AS joined_provider_code,
    coalesce(t.joined_episodes_12m, j.joined_episodes_12m) AS joined_episodes_12m,
    coalesce(t.missing_12m, j.missing_12m) AS missing_12m,
    coalesce(t.sdq_score, j.sdq_score) AS sdq_score,
    coalesce(t.convicted, j.convicted) AS convicted,
    coalesce(t.substance_misuse, j.substance_misuse) AS substance_misuse
  ),
  t.home_urn IS NULL AND d.urn IS NOT NULL AS urn_by_name,
  j.child_key IS NOT NULL AS joined_before
FROM staged_census AS t
LEFT JOIN joined AS j
  ON j.la_code = t.la_code AND j.as_of = t.as_of AND j.child_key = t.child_key AND j.load_order < t.load_order
  AND j.started_on = t.started_on AND j.family_code IS NOT DISTINCT FROM t.family_code
  AND j.home_urn IS NOT DISTINCT FROM t.home_urn
  AND t.sha256 NOT IN (FROM joined_file)
LEFT JOIN name_decision AS d
  ON d.provider_key = lower(trim(regexp_replace(coalesce(t.provider_name, ''), '[ \t\n\r\f\v]+', ' ', 'g')))
  AND d.home_key = lower(trim(regexp_replace(coalesce(t.home_name, ''), '[ \t\n\r\f\v]+', ' ', 'g')))
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'census' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, as_of, child_key, started_on
