-- Where were the children's homes on a list's date, how large, and was a place known to be empty?
-- Parameters:
--   $date DATE: date of the Ofsted list
--   $day DATE: date of the children; vacancy returns of the 31 days to it count, the latest of each home
-- Grain: one row per children's home; positions do not leave the queries layer
-- Columns:
--   urn VARCHAR: Ofsted's unique reference number
--   provision_type VARCHAR: kind of home
--   la_code VARCHAR: LA where it is; null if the list names none
--   places DOUBLE: registered places; null if Ofsted gives none
--   basis VARCHAR: published, placements, or la where only the LA is known
--   east DOUBLE: metres; the middle of the LA's sectors where only the LA is known; null without either
--   north DOUBLE: as above
--   empty_places DOUBLE: usable places without a child; null without a vacancy return
with middle as (
  select la_code, avg(east) as east, avg(north) as north
  from sector
  group by la_code
),
vacancy_at as (
  select urn, greatest(coalesce(available_places, registered_places) - occupied_places, 0)::double as empty_places
  from vacancy
  where as_of <= $day::date and as_of > $day::date - interval 31 day
  qualify row_number() over (partition by urn order by as_of desc, load_order desc) = 1
)
select
  h.urn, h.provision_type, h.la_code, h.places::double as places, h.position_basis as basis,
  coalesce(s.east::double, m.east) as east, coalesce(s.north::double, m.north) as north, v.empty_places
from home_at as h
left join sector as s on s.postcode_sector = h.position_sector
left join middle as m on m.la_code = h.la_code
left join vacancy_at as v on v.urn = h.urn
where h.as_of = $date::date
  and h.is_childrens_home
  and not coalesce(h.short_break_only, false)
order by h.urn
