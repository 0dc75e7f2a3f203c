-- What are the homes of some LAs called on the latest list that says so, open or given to LAs only?
-- Parameters:
--   $la_codes VARCHAR[]: LAs where the homes are
-- Grain: one row per URN with a name; for exact figures alone: a reader's copy holds the own LAs' rows and no others
-- Columns:
--   urn VARCHAR: Ofsted's unique reference number
--   home_name VARCHAR: latest name that any list tells
select
  urn,
  arg_max(home_name, as_of) as home_name
from home_listing
where list_contains($la_codes::varchar[], la_code)
  and home_name is not null
group by urn
order by urn
