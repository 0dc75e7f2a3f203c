-- Children of before stand for an LA on a date. Who is carried from an earlier date has been in care as long as then:
-- else cells by time in care would change while all others stand.
-- Parameters:
--   $as_of DATE: date for which they stand
-- Grain: one row per child
-- Columns: those of the build's table of children; null where they were not told at the time
INSERT INTO share.as_at BY NAME
SELECT * REPLACE (
  CAST($as_of AS DATE) AS as_of,
  CAST(care_started_on AS DATE) + CAST(date_diff('day', as_of, CAST($as_of AS DATE)) AS INTEGER) AS care_started_on
)
FROM carried
