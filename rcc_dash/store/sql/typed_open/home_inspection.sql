-- How was each home inspected and judged?
-- Parameters: none
-- Grain: one row per inspection in a list of Ofsted's
-- Columns:
--   as_of DATE: date of the list
--   urn VARCHAR: Ofsted's unique reference number
--   provision_type VARCHAR: code of the kind of provider
--   la_code VARCHAR: LA where the home is; null if the list names no present LA
--   sector VARCHAR: la, private, voluntary, health; null if not stated
--   places INTEGER: registered places; null if Ofsted gives none
--   inspection_type VARCHAR: Ofsted's event type
--   inspected_on DATE: day of the inspection
--   judgement VARCHAR: overall judgement
CREATE TABLE share.home_inspection AS
SELECT as_of, urn, provision_type, la_code, sector, places, inspection_type, inspected_on, judgement
FROM wh.home_inspection
