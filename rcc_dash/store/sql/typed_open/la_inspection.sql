-- How did Ofsted judge each LA's children's services?
-- Parameters: none
-- Grain: one row per LA and date of a list
-- Columns:
--   as_of DATE: date of the list
--   la_code VARCHAR: the LA; null if the list names no present LA
--   inspected_on DATE: day of the inspection; null if none
--   judgement VARCHAR: overall judgement; null if none
CREATE TABLE share.la_inspection AS
SELECT as_of, la_code, inspected_on, judgement
FROM wh.la_inspection
