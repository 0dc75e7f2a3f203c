-- What is each children's home on a list's date, and what did its latest vacancy return say?
-- Parameters:
--   $date DATE: date of the Ofsted list
--   $day DATE: day looked at; of the returns up to it the latest of each home counts
--   $days INTEGER: how many days old a return may be
-- Grain: one row per children's home; positions do not leave the queries layer
-- Columns:
--   urn VARCHAR: Ofsted's unique reference number
--   provision_type VARCHAR: kind of home
--   la_code VARCHAR: LA where it is; null if the list names none
--   sector VARCHAR: la, private, voluntary, health; null if not stated
--   places INTEGER: registered places; as returned where Ofsted gives none; null without either
--   short_break_only BOOLEAN: null if the list does not say
--   is_suspended BOOLEAN: the list says that it is not active; null if it says nothing
--   judgement VARCHAR: latest overall judgement; null if none
--   registered_days INTEGER: days since it was registered; null if not stated
--   owner_name VARCHAR: null if not stated
--   east DOUBLE: metres; the middle of the LA's sectors where only the LA is known; null without either
--   north DOUBLE: as above
--   basis VARCHAR: how the position is known: published, restricted, placements, or la where only the LA is known
--   returned_on DATE: date of the return; null without one, and so are the columns below
--   returned_places INTEGER: places registered, as returned
--   occupied INTEGER: places with a child
--   available INTEGER: places that could be used; null where the return leaves it blank
--   matching INTEGER: places held empty for matching; 0 where blank, and so are the four below
--   staffing INTEGER: places closed for want of staff
--   solo INTEGER: places closed for another child's solo use
--   repair INTEGER: places closed for repair
--   reserved INTEGER: places promised to a child
with middle as (
  select la_code, avg(east) as east, avg(north) as north
  from sector
  group by la_code
),
latest as (
  select *
  from vacancy
  where as_of <= $day::date and as_of > $day::date - to_days($days::integer)
  qualify row_number() over (partition by urn order by as_of desc, load_order desc) = 1
)
select
  h.urn, h.provision_type, h.la_code, h.sector, coalesce(h.places, v.registered_places) as places,
  h.short_break_only, lower(h.status) <> 'active' as is_suspended, h.judgement,
  date_diff('day', h.registered_on, h.as_of)::integer as registered_days, h.owner_name,
  coalesce(s.east::double, m.east) as east, coalesce(s.north::double, m.north) as north,
  h.position_basis as basis, v.as_of as returned_on, v.registered_places as returned_places, v.occupied_places as occupied,
  v.available_places as available,
  coalesce(v.unavailable_matching, 0) as matching, coalesce(v.unavailable_staffing, 0) as staffing,
  coalesce(v.unavailable_solo, 0) as solo, coalesce(v.unavailable_repair, 0) as repair,
  coalesce(v.unavailable_reserved, 0) as reserved
from home_at as h
left join sector as s on s.postcode_sector = h.position_sector
left join middle as m on m.la_code = h.la_code
left join latest as v on v.urn = h.urn
where h.as_of = $date::date
  and h.is_childrens_home
order by h.urn
