-- No text beside a count holds a postcode, a number that could be a child's, or a key.
-- Parameters:
--   $la_codes VARCHAR[]: LAs and nations
--   $checks VARCHAR[]: codes of checks between sources, which are short enough to look like a postcode's
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: texts that hold one; hexagons and codes of LAs are known by their form
WITH told AS (
  SELECT DISTINCT unnest([value_1, value_2]) AS words FROM cell
  UNION ALL
  SELECT DISTINCT "group" FROM bed WHERE asked NOT IN (SELECT a.asked FROM asked AS a WHERE a."option" LIKE 'owner/%')
  UNION ALL
  SELECT DISTINCT unnest([question, "option", scope, attributes, parts]) FROM asked
  UNION ALL
  SELECT DISTINCT unnest(["name", mark]) FROM figure
)
SELECT count(*) AS wrong
FROM told
WHERE words IS NOT NULL
  AND NOT list_contains($la_codes, string_split(words, '/')[-1])
  AND NOT list_contains($checks, words)
  AND NOT regexp_full_match(words, '8[56][0-9a-f]{13}')
  AND (
    length(words) > 120
    OR regexp_matches(words, '[0-9]{6}')
    OR regexp_matches(words, '[0-9a-fA-F]{16}')
    OR regexp_matches(words, '(?i)(^|[^a-z0-9])[a-z]{1,2}[0-9][0-9a-z]? ?[0-9]([a-z]{2})?($|[^a-z0-9])')
  )
