-- Which children does each source know on each date, and which of them do the 903 episodes know too?
-- Parameters: none
-- Grain: one row per child, as-of date and source that has anything of the LA for the date. For the census and the
--   costs, which tell who is placed on a day, also the children whom only the 903 episodes know
-- Columns:
--   as_of DATE: the date
--   la_code VARCHAR: responsible LA
--   source VARCHAR: as in link (75): the census of the month to the date; costs, referrals and 903 files of the year to it
--   record_key UBIGINT: the child's key for cell-key rounding
--   in_source BOOLEAN: the source knows the child
--   in_returns BOOLEAN: the child counts as looked after on the date (as_at)
--   how VARCHAR: best link of the child's records (link); null where the source does not know the child
--   start_differs BOOLEAN: as in link, of that record
--   family_differs BOOLEAN: as in link
--   sector_differs BOOLEAN: as in link
--   la_differs BOOLEAN: as in link
CREATE TABLE wh.reconciliation AS
WITH near AS (
  SELECT d.as_of AS day, l.*
  FROM (SELECT la_code, as_of FROM wh.as_at GROUP BY la_code, as_of) AS d
  JOIN wh.link AS l
    ON l.la_code = d.la_code AND l.as_of <= d.as_of
    AND CASE l.source
      WHEN 'placements_census' THEN l.as_of >= d.as_of - INTERVAL 31 DAY
      WHEN 'placement_costs' THEN l.as_of > d.as_of - INTERVAL 1 YEAR AND (l.ended_on IS NULL OR l.ended_on > d.as_of)
      WHEN 'referrals' THEN l.as_of > d.as_of - INTERVAL 1 YEAR
      ELSE l.as_of = d.as_of
    END
),
known AS (
  SELECT *
  FROM near
  QUALIFY row_number() OVER (
    PARTITION BY day, la_code, source, record_key
    ORDER BY array_position(['exact', 'window', 'child_only', 'none'], how), as_of DESC, started_on DESC NULLS LAST
  ) = 1
),
stock AS (
  SELECT a.as_of AS day, a.la_code, s.source, a.record_key
  FROM wh.as_at AS a
  JOIN (
    SELECT day, la_code, source FROM near WHERE source IN ('placements_census', 'placement_costs')
    GROUP BY day, la_code, source
  ) AS s ON s.day = a.as_of AND s.la_code = a.la_code
),
looked_after AS (
  SELECT as_of, la_code, record_key FROM wh.as_at
)
SELECT coalesce(k.day, t.day) AS as_of, coalesce(k.la_code, t.la_code) AS la_code,
  coalesce(k.source, t.source) AS source, coalesce(k.record_key, t.record_key) AS record_key,
  k.record_key IS NOT NULL AS in_source, a.record_key IS NOT NULL AS in_returns,
  k.how, k.start_differs, k.family_differs, k.sector_differs, k.la_differs
FROM known AS k
FULL JOIN stock AS t
  ON t.day = k.day AND t.la_code = k.la_code AND t.source = k.source AND t.record_key = k.record_key
LEFT JOIN looked_after AS a
  ON a.as_of = coalesce(k.day, t.day) AND a.la_code = coalesce(k.la_code, t.la_code)
  AND a.record_key = coalesce(k.record_key, t.record_key)
ORDER BY as_of, la_code, source, record_key
