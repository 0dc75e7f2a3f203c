-- Which providers were there on each date, as Ofsted publishes them?
-- Parameters: none
-- Grain: one row per provider and date of an Ofsted list
-- Columns:
--   as_of DATE: date of the list
--   urn VARCHAR: Ofsted's unique reference number
--   provision_type VARCHAR: code of the kind of provider
--   is_childrens_home BOOLEAN: one of the three kinds of children's home
--   home_name VARCHAR: null where Ofsted publishes none
--   la_code VARCHAR: LA where the home is; null if the list names no present LA
--   constituency VARCHAR: parliamentary constituency
--   sector VARCHAR: la, private, voluntary, health; null if not stated
--   places INTEGER: registered places; null if Ofsted gives none
--   short_break_only BOOLEAN: null if the list does not say
--   judgement VARCHAR: latest overall judgement; null if none
--   inspected_on DATE: latest full inspection; null if none
--   owner_name VARCHAR: organisation that owns it; null if not stated
--   registered_on DATE: first day of registration; null if not stated
--   status VARCHAR: Ofsted's registration status; null if not stated
--   list_scope VARCHAR: all, or inspected where the date has only a list of inspected homes
CREATE TABLE share.home_at AS
SELECT as_of, urn, provision_type, is_childrens_home, home_name, la_code, constituency, sector, places,
  short_break_only, judgement, inspected_on, owner_name, registered_on, status, list_scope
FROM wh.home_at
