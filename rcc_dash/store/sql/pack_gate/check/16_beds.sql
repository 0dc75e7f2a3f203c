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
WHERE (la_code IS NOT NULL AND NOT list_contains($la_codes, la_code))
  OR (sector IS NOT NULL AND NOT list_contains($home_sectors, sector))
  OR (
    is_of_owners
    AND "group" NOT IN ('others', 'unknown')
    AND "group" NOT IN (SELECT h.owner_name FROM home_at AS h WHERE h.owner_name IS NOT NULL)
  )
  OR held < $least
  OR known < $least
  OR known % $base <> 0
  OR len(list_filter(states, lambda one: one % $base <> 0 OR one < 0)) > 0
  OR (len(list_filter(states, lambda one: one IS NOT NULL)) > 0 AND (held IS NULL OR told_homes < $providers))
  OR (is_of_empty AND (homes % $base <> 0 OR places % $base <> 0))
