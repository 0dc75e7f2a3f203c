-- Which homes do the placements census and the LAs' own costs name without a URN, and where do they say that they are?
-- Parameters: none
-- Grain: one row per provider's and home's name, case and spaces apart; foster carers, parents and adopters are no homes
-- Columns:
--   provider_name VARCHAR: organisation as written; null if not stated
--   home_name VARCHAR: home as written; null if not stated
--   company_no VARCHAR: Companies House number of the organisation; null if not stated
--   la_code VARCHAR: LA where the home is, as most rows say; null if none does
--   postcode_sector VARCHAR: sector where the home is, as most rows say; null if none does
--   row_count BIGINT: rows of files that name it
--   latest DATE: last date of these rows
with named as (
  select provider_name, home_name, company_no, placement_la as la_code, placement_sector as postcode_sector, as_of
  from census
  where home_urn is null
    and row_class = 'child'
    and coalesce(family_code, 'other') in ('home', 'supported', 'school', 'other_residential', 'other')
  union all
  select null, home_name, null, la_code, null, as_of
  from home_cost
  where home_urn is null
)
select
  min(provider_name) as provider_name,
  min(home_name) as home_name,
  max(company_no) as company_no,
  mode(la_code) as la_code,
  mode(postcode_sector) as postcode_sector,
  count(*)::bigint as row_count,
  max(as_of)::date as latest
from named
where provider_name is not null or home_name is not null
group by
  lower(trim(regexp_replace(coalesce(provider_name, ''), '[ \t\n\r\f\v]+', ' ', 'g'))),
  lower(trim(regexp_replace(coalesce(home_name, ''), '[ \t\n\r\f\v]+', ' ', 'g')))
order by row_count desc, provider_name, home_name
