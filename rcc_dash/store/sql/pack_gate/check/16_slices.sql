-- A cell of slices is a count of ten or more, by three attributes at most, of values that there are.
-- Parameters:
--   $least BIGINT: smallest number that may be shown
--   $base BIGINT: shown numbers are multiples of this
--   $most BIGINT: most attributes, the share that is told counted
--   $la_codes VARCHAR[]: LAs and nations
--   $areas VARCHAR[]: areas of several LAs
--   $placement VARCHAR[]: placement types
--   $age VARCHAR[]: age bands
--   $sector VARCHAR[]: provider sectors
--   $legal VARCHAR[]: groups of legal status
--   $care VARCHAR[]: bands of time in care
--   $cost VARCHAR[]: bands of cost
--   $dols VARCHAR[]: whether deprived of liberty
--   $solo VARCHAR[]: whether a solo placement is needed
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: cells that are not so, or of an LA and date for which nobody stands
WITH told AS (
  SELECT *, list_filter(string_split(parted_by, '+'), lambda one: one <> '') AS attributes,
    [outside, not_outside, far, not_far, far_outside, not_far_outside, out_region, not_out_region, out_england,
      not_out_england] AS shares
  FROM children_shown
)
SELECT count(*) AS wrong
FROM told AS t
WHERE len(list_filter([children] || shares, lambda one: one < $least OR one % $base <> 0)) > 0
  OR len(attributes) > $most
  OR (len(attributes) = $most AND len(list_filter(shares, lambda one: one IS NOT NULL)) > 0)
  OR (nearly_all AND len(list_filter([children] || shares, lambda one: one IS NOT NULL)) > 0)
  OR NOT (
    CASE WHEN list_contains(attributes, 'placement')
      THEN list_contains(['unknown'] || $placement, placement) ELSE placement = 'all' END
    AND CASE WHEN list_contains(attributes, 'age')
      THEN list_contains(['unknown'] || $age, age) ELSE age = 'all' END
    AND CASE WHEN list_contains(attributes, 'sector')
      THEN list_contains(['unknown'] || $sector, sector) ELSE sector = 'all' END
    AND CASE WHEN list_contains(attributes, 'legal')
      THEN list_contains(['unknown'] || $legal, legal) ELSE legal = 'all' END
    AND CASE WHEN list_contains(attributes, 'care')
      THEN list_contains(['unknown'] || $care, care) ELSE care = 'all' END
    AND CASE WHEN list_contains(attributes, 'cost')
      THEN list_contains(['unknown'] || $cost, cost) ELSE cost = 'all' END
    AND CASE WHEN list_contains(attributes, 'dols')
      THEN list_contains(['unknown'] || $dols, dols) ELSE dols = 'all' END
    AND CASE WHEN list_contains(attributes, 'solo')
      THEN list_contains(['unknown'] || $solo, solo) ELSE solo = 'all' END
  )
  OR NOT list_has_all(['placement', 'age', 'sector', 'legal', 'care', 'cost', 'dols', 'solo'], attributes)
  OR NOT (
    list_contains($areas, area_code)
    OR (
      list_contains($la_codes, area_code)
      AND EXISTS (SELECT 1 FROM standing AS s WHERE s.la_code = t.area_code AND s.as_of = t.as_of)
    )
  )
  OR NOT EXISTS (SELECT 1 FROM asked AS a WHERE a.question = 'slices' AND a.as_of = t.as_of)
