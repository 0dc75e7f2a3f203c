-- How many children are looked after by each area on each date, as this app shows it?
-- Parameters: none
-- Grain: one row per set of attributes, date, area and combination of their values; a cell that is not here is
--   hidden, whether it has few children or none. Numbers are rounded to 5, and totals are not sums of their parts.
-- Columns (children in all of them; null: hidden, or not counted by so many attributes):
--   as_of DATE: date counted
--   area_code VARCHAR: LA; or gm, se and codes of their parts, for all of their LAs together
--   parted_by VARCHAR: the attributes that part these children, joined by +; blank for none
--   placement VARCHAR: foster, home, supported and others; all where it does not part them
--   age VARCHAR: age band: under1, 1to4, 5to9, 10to15, 16plus; as above
--   sector VARCHAR: provider: own_la, private and others; as above
--   legal VARCHAR: legal status: interim, full, agreed and others; as above
--   care VARCHAR: time in care; as above
--   cost VARCHAR: cost of the placement a week; as above
--   dols VARCHAR: deprivation of liberty: yes, no, unknown; as above
--   solo VARCHAR: needs a placement alone: yes, no, unknown; as above
--   children BIGINT: children looked after
--   outside BIGINT: placed outside their LA
--   not_outside BIGINT: all others
--   far BIGINT: placed over 20 miles from home
--   not_far BIGINT: all others, distance not known included
--   far_outside BIGINT: both
--   not_far_outside BIGINT: all others
--   out_region BIGINT: placed outside the cooperative
--   not_out_region BIGINT: all others
--   out_england BIGINT: placed outside England
--   not_out_england BIGINT: all others
--   nearly_all BOOLEAN: they are nearly all of their group, so that no number is told
CREATE TABLE share.children_shown AS
SELECT CAST(as_of AS DATE) AS as_of, CAST(area_code AS VARCHAR) AS area_code,
  CAST(parted_by AS VARCHAR) AS parted_by, CAST(placement AS VARCHAR) AS placement, CAST(age AS VARCHAR) AS age,
  CAST(sector AS VARCHAR) AS sector, CAST(legal AS VARCHAR) AS legal, CAST(care AS VARCHAR) AS care,
  CAST(cost AS VARCHAR) AS cost, CAST(dols AS VARCHAR) AS dols, CAST(solo AS VARCHAR) AS solo,
  CAST(children AS BIGINT) AS children, CAST(outside AS BIGINT) AS outside, CAST(not_outside AS BIGINT) AS not_outside,
  CAST(far AS BIGINT) AS far, CAST(not_far AS BIGINT) AS not_far, CAST(far_outside AS BIGINT) AS far_outside,
  CAST(not_far_outside AS BIGINT) AS not_far_outside, CAST(out_region AS BIGINT) AS out_region,
  CAST(not_out_region AS BIGINT) AS not_out_region, CAST(out_england AS BIGINT) AS out_england,
  CAST(not_out_england AS BIGINT) AS not_out_england,
  CAST(nearly_all AS BOOLEAN) AS nearly_all
FROM shown_rows
ORDER BY parted_by, as_of, area_code
