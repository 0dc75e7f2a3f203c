-- How many children's homes and places were there in England on each date?
-- Parameters: none
-- Grain: one row per date of an Ofsted list that has children's homes
-- Columns:
--   as_of DATE: date of the list
--   homes BIGINT: children's homes of all three kinds
--   places BIGINT: their registered places; null where the list gives none
--   scope VARCHAR: all, or inspected where the list holds inspected homes only
select
  as_of,
  count(*)::bigint as homes,
  sum(places)::bigint as places,
  min(list_scope) as scope
from home_at
where is_childrens_home
group by as_of
order by as_of
