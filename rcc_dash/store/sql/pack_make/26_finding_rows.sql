-- What was found wrong in the files that a release is made of? Kinds of findings; no file, row or value is named.
-- Parameters: none; `rounded_findings` is registered, what the question of that name gives
-- Grain: one row per severity, source and finding
-- Columns:
--   severity VARCHAR: error (row rejected), mended, warning, info, not needed (row not used)
--   source VARCHAR: kind of source
--   code VARCHAR: code of the check
--   what VARCHAR: what is wrong
--   fix VARCHAR: how to put it right
--   files BIGINT: files in which it was found
--   rows BIGINT: rows that it was found in, rounded; of fewer there is none
CREATE TABLE share.finding_rows AS
SELECT severity, source, code, what, fix, files, "rows"
FROM rounded_findings
ORDER BY severity, source, code, what, fix
