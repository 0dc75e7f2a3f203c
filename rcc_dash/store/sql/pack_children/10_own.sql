-- Whose children were loaded anew? All others' go: those of before take their place.
-- Parameters: none
-- Grain: one row per child and as-of date that stays
-- Columns: those of the build's table of children
DELETE FROM share.as_at AS c
WHERE NOT EXISTS (
  SELECT 1 FROM standing AS s
  WHERE s."state" = 'fresh' AND s.la_code = c.la_code AND s.as_of = CAST(c.as_of AS TIMESTAMP)
)
