-- Is any key blank?
-- Parameters: none
-- Grain: exactly one row
-- Columns:
--   wrong BIGINT: rows with a blank key; 0 is right
SELECT
  (SELECT CAST(count(*) AS BIGINT) FROM as_at
    WHERE as_of IS NULL OR la_code IS NULL OR record_key IS NULL OR placement IS NULL OR provider IS NULL)
  + (SELECT CAST(count(*) AS BIGINT) FROM home_at WHERE as_of IS NULL OR urn IS NULL OR provision_type IS NULL)
  + (SELECT CAST(count(*) AS BIGINT) FROM episode WHERE la_code IS NULL OR child_key IS NULL OR started_on IS NULL)
  AS wrong
