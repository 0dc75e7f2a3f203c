-- What did each child referred for a placement need, and what came of it?
-- Parameters: none
-- Grain: that of the checked table `referral`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `referral`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
CREATE TABLE wh.referral AS
SELECT t.*
FROM staged_referral AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'referral' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY la_code, as_of, child_key
