-- Which places were free in the homes of these LAs, by the vacancy returns?
-- Parameters:
--   $la_codes VARCHAR[]: LAs where the homes are
-- Grain: one row per home and return; a home is in the LA where any of Ofsted's lists has it
-- Columns (null: not stated):
--   as_of DATE: date of the return
--   urn VARCHAR: Ofsted's unique reference number
--   registered_places INTEGER: registered places
--   available_places INTEGER: places that could be used
--   occupied_places INTEGER: places with a child
--   unavailable_matching INTEGER: closed for the sake of a child in the home
--   unavailable_staffing INTEGER: closed for want of staff
--   unavailable_solo INTEGER: closed for a child who lives alone
--   unavailable_repair INTEGER: closed for repair
--   unavailable_reserved INTEGER: kept for a child who is to come
CREATE TABLE share.vacancy AS
SELECT as_of, urn, registered_places, available_places, occupied_places, unavailable_matching, unavailable_staffing,
  unavailable_solo, unavailable_repair, unavailable_reserved
FROM wh.vacancy
WHERE urn IN (SELECT urn FROM wh.home_at WHERE list_contains($la_codes, la_code))
ORDER BY ALL
