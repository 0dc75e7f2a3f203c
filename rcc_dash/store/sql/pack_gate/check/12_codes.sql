-- A cell in a release is of an LA, a placement type, an age band and a provider sector that there are.
-- Parameters:
--   $la_codes VARCHAR[]: LAs and nations
--   $placement VARCHAR[]: placement types
--   $age VARCHAR[]: age bands
--   $sector VARCHAR[]: provider sectors
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: rows with another value
SELECT
  (
    SELECT count(*)
    FROM cell
    WHERE (la_code IS NOT NULL AND NOT list_contains($la_codes, la_code))
      OR (placement IS NOT NULL AND NOT list_contains($placement, placement))
      OR (age IS NOT NULL AND NOT list_contains($age, age))
      OR (sector IS NOT NULL AND NOT list_contains($sector, sector))
  )
  + (SELECT count(*) FROM standing WHERE NOT coalesce(list_contains($la_codes, la_code), false)) AS wrong
