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
      not_out_england] AS shares,
    [
      {'attribute': 'placement', 'value': placement, 'known': $placement},
      {'attribute': 'age', 'value': age, 'known': $age},
      {'attribute': 'sector', 'value': sector, 'known': $sector},
      {'attribute': 'legal', 'value': legal, 'known': $legal},
      {'attribute': 'care', 'value': care, 'known': $care},
      {'attribute': 'cost', 'value': cost, 'known': $cost},
      {'attribute': 'dols', 'value': dols, 'known': $dols},
      {'attribute': 'solo', 'value': solo, 'known': $solo}
    ] AS parts
  FROM children_shown
)
SELECT count(*) AS wrong
FROM told AS t
WHERE NOT coalesce(  -- what is not told is wrong too
  len(list_filter([children] || shares, lambda one: one < $least OR one % $base <> 0)) = 0
  AND len(attributes) <= $most
  AND (len(attributes) < $most OR len(list_filter(shares, lambda one: one IS NOT NULL)) = 0)
  AND (NOT nearly_all OR len(list_filter([children] || shares, lambda one: one IS NOT NULL)) = 0)
  AND len(list_filter(parts, lambda one: list_contains(
    CASE WHEN list_contains(attributes, one.attribute) THEN ['unknown'] || one.known ELSE ['all'] END, one.value
  ))) = len(parts)
  AND list_has_all(list_transform(parts, lambda one: one.attribute), attributes)
  AND (
    list_contains($areas, area_code)
    OR (
      list_contains($la_codes, area_code)
      AND EXISTS (SELECT 1 FROM standing AS s WHERE s.la_code = t.area_code AND s.as_of = t.as_of)
    )
  )
  AND EXISTS (SELECT 1 FROM asked AS a WHERE a.question = 'slices' AND a.as_of = t.as_of),
  false
)
