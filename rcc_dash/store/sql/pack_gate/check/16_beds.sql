-- Returns in a release are of three homes and ten children or more, and rounded; and of sectors that there are.
-- Parameters:
--   $least BIGINT: smallest number of children that may be shown
--   $base BIGINT: shown numbers are multiples of this
--   $providers BIGINT: fewest homes of which a return may be shown
--   $la_codes VARCHAR[]: LAs and nations
--   $home_sectors VARCHAR[]: sectors of homes
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: rows that tell more
WITH told AS (
  SELECT b.*, a."option" LIKE 'owner/%' AS is_of_owners, a.question IN ('stood', 'never') AS is_of_empty,
    [held, blocked, "void", untold, matching, staffing, solo, repair, reserved] AS states
  FROM bed AS b
  INNER JOIN asked AS a ON a.asked = b.asked
)
SELECT count(*) AS wrong
FROM told
WHERE NOT coalesce(  -- what is not told is wrong too, but where it is hidden
  (la_code IS NULL OR list_contains($la_codes, la_code))
  AND (sector IS NULL OR list_contains($home_sectors, sector))
  AND (
    NOT is_of_owners
    OR "group" IN ('others', 'unknown')
    OR "group" IN (SELECT h.owner_name FROM home_at AS h WHERE h.owner_name IS NOT NULL)
  )
  AND (held IS NULL OR held >= $least)
  AND (known IS NULL OR (known >= $least AND known % $base = 0))
  AND len(list_filter(states, lambda one: one % $base <> 0 OR one < 0)) = 0
  AND (
    len(list_filter(states, lambda one: one IS NOT NULL)) = 0
    OR (held IS NOT NULL AND told_homes >= $providers)
  )
  AND (NOT is_of_empty OR (coalesce(homes, 0) % $base = 0 AND coalesce(places, 0) % $base = 0)),
  false
)
