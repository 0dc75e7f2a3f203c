-- What did DfE, ONS and MHCLG publish of each area?
-- Parameters: none
-- Grain: that of the checked table `published_figure`, without rows that a later load replaced or that are there twice
-- Columns: those of the checked table `published_figure`, and
--   sha256 VARCHAR: file it came from
--   load_order INTEGER: 1 is the file loaded first
--   is_current BOOLEAN: no later release of the same dataset tells the figure again; the older ones show revisions
CREATE TABLE wh.published_figure AS
SELECT t.*,
  row_number() OVER (
    PARTITION BY dataset, measure, category, category_2, area_code, period_start, period_end
    ORDER BY release DESC, load_order DESC, source_row
  ) = 1 AS is_current
FROM staged_published_figure AS t
WHERE NOT EXISTS (
  SELECT 1
  FROM row_fate AS f
  WHERE f.table_name = 'published_figure' AND f.sha256 = t.sha256
    AND f.sheet = coalesce(t.source_sheet, '') AND f.source_row = t.source_row
)
ORDER BY measure, category, category_2, area_code, period_end, release, dataset, source_row
