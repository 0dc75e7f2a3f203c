-- Which protected cells of slices does a release hold?
-- Parameters:
--   $dates DATE[]: dates; empty keeps all
--   $sets VARCHAR[]: sets of attributes, as in parted_by; empty keeps all
--   $areas VARCHAR[]: LAs, and areas of several; empty keeps all
-- Grain: one row per set, date, area and combination of values that may be shown
-- Columns: those of `typed_shown/children_shown`
select *
from children_shown
where (len($dates::date[]) = 0 or list_contains($dates::date[], as_of))
  and (len($sets::varchar[]) = 0 or list_contains($sets::varchar[], parted_by))
  and (len($areas::varchar[]) = 0 or list_contains($areas::varchar[], area_code))
order by all
