-- Which homes are known to have had a child, by an episode or a vacancy return, up to a day?
-- Parameters:
--   $day DATE: day looked at
-- Grain: one row per home
-- Columns:
--   urn VARCHAR: Ofsted's unique reference number
select distinct home_urn as urn
from episode
where home_urn is not null and started_on <= $day::date
union
select distinct urn
from vacancy
where as_of <= $day::date and occupied_places > 0
order by urn
