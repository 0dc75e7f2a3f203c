-- To which stay of the 903 episodes does each record of another source belong (design/sources.md 7.1), and what disagrees?
-- Parameters: none
-- Grain: one row per record of other_record (74); a record is linked to one stay at most, and nothing is merged
-- Columns:
--   source VARCHAR: as in 74
--   la_code VARCHAR: responsible LA
--   record_key UBIGINT: the child's key for cell-key rounding
--   as_of DATE: day that the record is of
--   ended_on DATE: end of the placement by the record; null while open or not told
--   started_on DATE: start of the placement by the record; null where not told
--   has_placement BOOLEAN: the record tells of a placement, so that a link to a stay can be looked for
--   how VARCHAR: exact (same start and family), window (same family, start within 28 days; or, where no start is told,
--     open on the day), child_only (the 903 episodes know the child, no stay fits), none (they do not)
--   start_days INTEGER: days from the 903 start to the record's; null without a stay or a start
--   start_differs BOOLEAN: another day; null as start_days
--   family_differs BOOLEAN: another family than the stay linked or, if none is, the one open on the day; null if not known
--   sector_differs BOOLEAN: another kind of provider; null as family_differs
--   la_differs BOOLEAN: another LA of placement; null as family_differs
CREATE TABLE wh.link AS
WITH numbered AS (
  SELECT *, row_number() OVER () AS record FROM other_record
),
pair AS (
  SELECT r.*, s.started_on AS stay_on, s.record_key AS stay_key, s.family_code AS stay_family,
    p.contract_sector AS stay_sector, s.placement_la AS stay_la,
    s.family_code = r.family_code AS is_same_family,
    abs(date_diff('day', s.started_on, coalesce(r.started_on, r.near_on))) AS days,
    s.started_on <= r.as_of AND (s.ended_on IS NULL OR s.ended_on > r.as_of) AS is_open
  FROM numbered AS r
  LEFT JOIN stay AS s ON s.la_code = r.la_code AND s.child_key = r.child_key
  LEFT JOIN reference_provider AS p ON p.provider_code = s.provider_code
),
ranked AS (
  SELECT *,
    CASE
      WHEN stay_on IS NULL THEN 'none'
      WHEN is_same_family AND started_on = stay_on THEN 'exact'
      WHEN is_same_family AND days <= 28 THEN 'window'
      WHEN is_same_family AND days IS NULL AND is_open THEN 'window'
      ELSE 'child_only'
    END AS how
  FROM pair
),
best AS (
  SELECT *
  FROM ranked
  QUALIFY row_number() OVER (
    PARTITION BY record
    ORDER BY how = 'exact' DESC, how = 'window' DESC, is_open DESC NULLS LAST, days NULLS LAST, stay_on DESC
  ) = 1
)
SELECT source, la_code, coalesce(stay_key, record_key, md5_number_lower(child_key)) AS record_key, as_of, ended_on,
  started_on, has_placement, how,
  CASE WHEN how IN ('exact', 'window') THEN CAST(date_diff('day', stay_on, started_on) AS INTEGER) END AS start_days,
  CASE WHEN how IN ('exact', 'window') THEN started_on <> stay_on END AS start_differs,
  CASE WHEN how IN ('exact', 'window') OR is_open THEN stay_family <> family_code END AS family_differs,
  CASE WHEN how IN ('exact', 'window') OR is_open THEN stay_sector <> sector END AS sector_differs,
  CASE WHEN how IN ('exact', 'window') OR is_open THEN stay_la <> placement_la END AS la_differs
FROM best
ORDER BY source, la_code, as_of, record_key
