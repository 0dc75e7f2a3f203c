-- Which dates are loaded?
-- Parameters: none
-- Grain: one row per date
-- Columns:
--   as_of DATE: the date
--   has_children BOOLEAN: returns of children are loaded for it
--   has_homes BOOLEAN: a list of homes is loaded for it
CREATE TABLE share.as_of_date AS
SELECT as_of, has_children, has_homes
FROM wh.as_of_date
