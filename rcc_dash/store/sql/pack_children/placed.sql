-- Where is each child placed, on each date?
-- Parameters: none
-- Grain: one row per child and as-of date
-- Columns: LA, date, key, and what says where a child is placed (`domain.churn.PLACEMENT`)
SELECT as_of, la_code, record_key, placement, place_code, provider, placement_la, placement_sector, home_urn
FROM as_at
