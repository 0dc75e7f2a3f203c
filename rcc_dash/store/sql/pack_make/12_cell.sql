-- Which protected cells does a release hold?
-- Parameters: none
-- Grain: one row per cell that may be shown
-- Columns:
--   asked INTEGER: number of the question
--   la_code VARCHAR: responsible LA; null where areas are counted together
--   placement VARCHAR: placement type; null where the cell is not by it
--   age VARCHAR: age band; as above
--   sector VARCHAR: provider sector; as above
--   value_1 VARCHAR: first of the other values that the cell is by; null without
--   value_2 VARCHAR: second of them; null without
--   children BIGINT: protected count; null where a hidden one has a row of its own
CREATE TABLE share.cell AS
SELECT CAST(asked AS INTEGER) AS asked, CAST(la_code AS VARCHAR) AS la_code, CAST(placement AS VARCHAR) AS placement,
  CAST(age AS VARCHAR) AS age, CAST(sector AS VARCHAR) AS sector, CAST(value_1 AS VARCHAR) AS value_1,
  CAST(value_2 AS VARCHAR) AS value_2, CAST(children AS BIGINT) AS children
FROM noted_cell
ORDER BY ALL
