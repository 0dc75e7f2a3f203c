-- Which published figures does the app bring along, for its members and England?
-- Parameters: none
-- Grain: one row per area, series and year to 31 March; what DfE, Ofsted and others published, nothing rounded by us
-- Columns:
--   area_code VARCHAR: code of the LA, or E92000001 for England
--   measure VARCHAR: code of the measure
--   breakdown VARCHAR: which part, in the publisher's words
--   year INTEGER: year to 31 March
--   value DOUBLE: the figure; null where the publisher hides it
--   mark VARCHAR: the publisher's mark for why; null beside a number
--   unit VARCHAR: unit of the figure
CREATE TABLE share.published_brought AS
SELECT area_code, measure, breakdown, CAST(year AS INTEGER) AS year, value, mark, unit
FROM shown_rows
