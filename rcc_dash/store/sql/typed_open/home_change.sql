-- Which homes joined or left Ofsted's register?
-- Parameters: none
-- Grain: one row per home and list of changes
-- Columns:
--   as_of DATE: date of the list
--   urn VARCHAR: Ofsted's unique reference number
--   provision_type VARCHAR: code of the kind of provider
--   la_code VARCHAR: LA where the home is; null if the list names no present LA
--   sector VARCHAR: la, private, voluntary, health; null if not stated
--   places INTEGER: registered places; null if Ofsted gives none
--   joined BOOLEAN: became active in the year
--   left BOOLEAN: stopped being active in the year
--   registered_on DATE: first day of registration; null if not stated
--   closed_on DATE: last day; null if not stated
CREATE TABLE share.home_change AS
SELECT as_of, urn, provision_type, la_code, sector, places, joined, "left", registered_on, closed_on
FROM wh.home_change
