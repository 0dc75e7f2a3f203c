-- Which build is this, when was it made, is it complete, and is it the demonstration?
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   build_id VARCHAR: name of the build
--   made_on TIMESTAMP: when it was made, UTC
--   is_demo BOOLEAN: synthetic demonstration data
--   complete BOOLEAN: written last, so true only when everything before it was
--   files BIGINT: loaded files that it was made from
select build_id, made_on, is_demo, complete, files
from meta
