-- What did the latest referral of each child in the year to each date ask for?
-- Parameters: none
-- Grain: one row per child and as-of date
-- Columns: those of wh.referral but as_of, and
--   as_of DATE: as-of date
--   asked_on DATE: day of the referral, or of the latest entry where that is not given
CREATE TABLE referral_at AS
SELECT d.as_of, coalesce(r.referred_on, r.as_of) AS asked_on, r.* EXCLUDE (as_of)
FROM (SELECT as_of FROM open_at GROUP BY as_of) AS d
JOIN wh.referral AS r
  ON coalesce(r.referred_on, r.as_of) <= d.as_of
  AND coalesce(r.referred_on, r.as_of) > d.as_of - INTERVAL 1 YEAR
QUALIFY row_number() OVER (
  PARTITION BY d.as_of, r.la_code, r.child_key
  ORDER BY coalesce(r.referred_on, r.as_of) DESC, r.load_order DESC, r.source_sheet, r.source_row
) = 1
