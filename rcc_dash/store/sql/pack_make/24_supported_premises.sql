-- Which premises of supported accommodation were there on each date, as Ofsted publishes them?
-- Parameters: none
-- Grain: one row per premises and date of an open list
-- Columns:
--   as_of DATE: date of the list
--   urn VARCHAR: Ofsted's unique reference number
--   la_code VARCHAR: LA where it is; null if the list names no present LA
--   sector VARCHAR: la, private, voluntary, health; null if not stated
--   places INTEGER: places; null if not stated
--   category INTEGER: category of supported accommodation, 1 to 4; null if not stated
--   registered_on DATE: first day of registration; null if not stated
--   closed_on DATE: last day; null if not stated
--   precision VARCHAR: open: what a restricted list tells stays out
CREATE TABLE share.supported_premises AS
SELECT as_of, urn, la_code, sector, places, category, registered_on, closed_on, "precision"
FROM wh.supported_premises
WHERE "precision" = 'open'
ORDER BY as_of, urn
