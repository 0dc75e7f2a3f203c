-- Which vacancy returns are of a home that was not on Ofsted's list on the date?
-- Parameters:
--   $date DATE: date of the Ofsted list
--   $day DATE: day looked at
--   $days INTEGER: how many days old a return may be
-- Grain: one row per home
-- Columns:
--   urn VARCHAR: as returned
--   returned_on DATE: date of its latest return
--   places INTEGER: places registered, as returned
--   why VARCHAR: unknown (on no list that is loaded), closed (on an earlier list only), later (on a later list
--     only), or other (no children's home)
select
  v.urn, v.as_of as returned_on, v.registered_places as places,
  case
    when not exists (select 1 from home_at as h where h.urn = v.urn) then 'unknown'
    when not exists (select 1 from home_at as h where h.urn = v.urn and h.is_childrens_home) then 'other'
    when exists (select 1 from home_at as h where h.urn = v.urn and h.as_of < $date::date) then 'closed'
    else 'later'
  end as why
from vacancy as v
where v.as_of <= $day::date and v.as_of > $day::date - to_days($days::integer)
  and not exists (
    select 1 from home_at as h where h.urn = v.urn and h.as_of = $date::date and h.is_childrens_home
  )
qualify row_number() over (partition by v.urn order by v.as_of desc, v.load_order desc) = 1
order by v.urn
