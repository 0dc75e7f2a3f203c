-- Which providers were on each list, with nothing but what Ofsted publishes?
-- Parameters: none
-- Grain: one row per provider and date of a list
-- Columns:
--   as_of DATE: date of the list
--   urn VARCHAR: Ofsted's number
--   provision_type VARCHAR: kind of home
--   is_childrens_home BOOLEAN: one of the three kinds of children's home
--   home_name VARCHAR: as published; null where it is withheld
--   la_code VARCHAR: LA where it is
--   constituency VARCHAR: parliamentary constituency
--   sector VARCHAR: sector of its owner
--   places INTEGER: registered places; null if not told
--   short_break_only BOOLEAN: takes short breaks only
--   judgement VARCHAR: latest overall judgement; null without
--   inspected_on DATE: of that judgement
--   registered_on DATE: when it was registered
--   owner_name VARCHAR: owner as published
--   status VARCHAR: Ofsted's registration status; null if not stated
--   list_scope VARCHAR: all, or inspected
--   position_basis VARCHAR: published, or la: a position worked out from children, or from a restricted list, stays out
--   lat DOUBLE: middle of the published postcode sector; null for la
--   lon DOUBLE: as lat
--   spread_miles DOUBLE: how far the sector reaches; null for la
CREATE TABLE share.home_at AS
SELECT h.as_of, h.urn, h.provision_type, h.is_childrens_home, h.home_name, h.la_code, h.constituency, h.sector,
  h.places, h.short_break_only, h.judgement, h.inspected_on, h.registered_on, h.owner_name, h.status, h.list_scope,
  CASE WHEN h.position_basis = 'published' THEN 'published' ELSE 'la' END AS position_basis,
  s.lat, s.lon, s.spread_miles
FROM wh.home_at AS h
LEFT JOIN wh.sector AS s ON h.position_basis = 'published' AND s.postcode_sector = h.position_sector
ORDER BY h.as_of, h.urn
