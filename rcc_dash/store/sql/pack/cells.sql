-- Which protected cells answer a question of a release?
-- Parameters:
--   $asked INTEGER: number of the question
-- Grain: one row per cell that may be shown
-- Columns:
--   la_code VARCHAR: responsible LA; null where areas are counted together
--   placement VARCHAR: placement type; null where the cell is not by it
--   age VARCHAR: age band; as above
--   sector VARCHAR: provider sector; as above
--   value_1 VARCHAR: first of the other values that the cell is by; null without
--   value_2 VARCHAR: second of them; null without
--   children BIGINT: protected count; null where a hidden one has a row of its own
select la_code, placement, age, sector, value_1, value_2, children
from cell
where asked = $asked::integer
order by all
