-- What has one home looked like on each Ofsted list?
-- Parameters:
--   $urn VARCHAR: Ofsted's unique reference number
-- Grain: one row per list date on which the home is active
-- Columns:
--   as_of DATE: date of the list
--   la_code VARCHAR: LA where the home is; null if the list names no present LA
--   provision_type VARCHAR: code of the kind of home
--   sector VARCHAR: la, private, voluntary, health; null if not stated
--   places INTEGER: registered places; null if Ofsted gives none
--   judgement VARCHAR: latest overall judgement; null if none
--   inspected_on DATE: latest full inspection; null if none
--   registered_on DATE: first day of registration; null if not stated
--   owner_name VARCHAR: organisation that owns it; null if not stated
select as_of, la_code, provision_type, sector, places, judgement, inspected_on, registered_on, owner_name
from home_at
where urn = $urn
  and is_childrens_home
order by as_of
