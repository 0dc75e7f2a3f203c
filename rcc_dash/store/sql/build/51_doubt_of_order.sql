-- Which orders that deprive of liberty do not fit the placements they run in?
-- Parameters: none
-- Grain: adds one row to row_doubt per order and doubt
-- Columns: those of row_doubt
INSERT INTO row_doubt
WITH returned AS (
  SELECT la_code, max("year") AS year_latest FROM wh.episode GROUP BY la_code
),
beside AS (
  SELECT o.sha256, o.source_sheet, o.source_row, o.la_code, o."year", o.started_on, o.ended_on, e.child_key,
    e.started_on AS stay_from, e.ended_on AS stay_to, e.place_code
  FROM wh.dolo AS o
  JOIN returned AS r ON r.la_code = o.la_code AND r.year_latest >= o."year"
  LEFT JOIN wh.episode AS e
    ON e.la_code = o.la_code AND e.child_key = o.child_key
    AND e.started_on < coalesce(o.ended_on, DATE '9999-12-31')
    AND coalesce(e.ended_on, DATE '9999-12-31') > o.started_on
),
judged AS (
  SELECT sha256, source_sheet, source_row, la_code, "year",
    bool_or(place_code IN ('K1', 'P1', 'R5', 'K3')) AS is_wrong,
    bool_or(place_code NOT IN ('K1', 'P1', 'R5', 'K3', 'K2', 'Z12', 'Z13')) AS is_odd,
    coalesce(min(stay_from) > any_value(started_on), true)
      OR any_value(ended_on) IS NULL AND count(*) FILTER (WHERE stay_to IS NULL) = 0 AS is_without
  FROM beside
  GROUP BY sha256, source_sheet, source_row, la_code, "year"
),
doubted AS (
  SELECT *,
    unnest(list_filter([
      CASE WHEN is_wrong THEN 'ORDER_WRONG_PLACE' END,
      CASE WHEN is_odd THEN 'ORDER_ODD_PLACE' END,
      CASE WHEN is_without THEN 'ORDER_WITHOUT_CARE' END
    ], lambda one: one IS NOT NULL)) AS rule
  FROM judged
)
SELECT rule, 'ssda903_dolo', sha256, coalesce(source_sheet, ''), source_row, la_code, CAST("year" AS VARCHAR)
FROM doubted
