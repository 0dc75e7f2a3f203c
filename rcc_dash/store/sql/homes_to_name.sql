-- Which homes and supported-accommodation providers does any of Ofsted's lists know, by which names, and where?
-- Parameters: none
-- Grain: one row per URN; with names and sectors that only restricted lists tell: for the owner of this machine alone
-- Columns:
--   urn VARCHAR: Ofsted's unique reference number
--   home_name VARCHAR: latest name; null if no list tells it
--   owner_name VARCHAR: latest owner; null if no list tells it
--   la_code VARCHAR: LA where it is, as the latest list says; null if no list tells it
--   postcode_sector VARCHAR: sector of its best known position; null if none is known
with listed as (
  select
    urn,
    arg_max(home_name, as_of) filter (where home_name is not null) as home_name,
    arg_max(owner_name, as_of) filter (where owner_name is not null) as owner_name,
    arg_max(la_code, as_of) filter (where la_code is not null) as la_code,
    arg_max(postcode_sector, as_of) filter (where postcode_sector is not null) as listed_sector,
    bool_or(provision_type in ('childrens_home', 'secure', 'school_home', 'supported_accommodation',
      'family_centre', 'residential_school', 'secure_training', 'secure_school', 'holiday_scheme')) as is_home
  from home_listing
  group by urn
),
placed as (
  select urn, arg_max(position_sector, as_of) filter (where position_sector is not null) as position_sector
  from home_at
  group by urn
)
select l.urn, l.home_name, l.owner_name, l.la_code, coalesce(l.listed_sector, p.position_sector) as postcode_sector
from listed as l
left join placed as p on p.urn = l.urn
where l.is_home
order by l.urn
