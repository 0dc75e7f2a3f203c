-- Which release is this? Written last, so that a file that has it is complete.
-- Parameters:
--   $build_id VARCHAR: name of the release
--   $made_on TIMESTAMP: when it was made, UTC
--   $is_demo BOOLEAN: synthetic demonstration data
-- Grain: exactly one row
-- Columns:
--   build_id VARCHAR: name of the release
--   made_on TIMESTAMP: when it was made, UTC
--   is_demo BOOLEAN: synthetic demonstration data
--   complete BOOLEAN: true
--   files BIGINT: null: a release does not tell
CREATE TABLE share.meta AS
SELECT CAST($build_id AS VARCHAR) AS build_id, CAST($made_on AS TIMESTAMP) AS made_on,
  CAST($is_demo AS BOOLEAN) AS is_demo, TRUE AS complete, CAST(NULL AS BIGINT) AS files
