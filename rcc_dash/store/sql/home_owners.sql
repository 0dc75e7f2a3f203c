-- Who owned each home, by the latest list up to a day that names an owner?
-- Parameters:
--   $day DATE: day looked at
-- Grain: one row per home
-- Columns:
--   urn VARCHAR: Ofsted's unique reference number
--   owner_name VARCHAR: owner
select urn, max_by(owner_name, as_of) as owner_name
from home_at
where as_of <= $day::date and owner_name is not null
group by urn
order by urn
