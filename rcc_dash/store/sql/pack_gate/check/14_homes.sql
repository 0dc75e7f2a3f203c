-- No published text of a home holds a full postcode, and only a published position is told.
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: homes of which more is told
SELECT count(*) AS wrong
FROM home_at
WHERE (position_basis IS DISTINCT FROM 'published' AND (lat IS NOT NULL OR lon IS NOT NULL))
  OR regexp_matches(concat_ws(' ', home_name, owner_name), '(?i)\b[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}\b')
