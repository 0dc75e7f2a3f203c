-- Which episodes did the mending rules delete or change?
-- Parameters: none
-- Grain: adds one row to row_fate per episode deleted (RULE_3, RULE_3A) or changed
-- Columns: those of row_fate
INSERT INTO row_fate
SELECT 'episode', 'ssda903_episodes', sha256, coalesce(source_sheet, ''), source_row, mends IS NOT NULL,
  la_code, CAST("year" AS VARCHAR), 'rejected', rule1
FROM stage1_episode
WHERE rule1 IN ('RULE_3', 'RULE_3A')
UNION ALL
SELECT 'episode', 'ssda903_episodes', sha256, coalesce(source_sheet, ''), source_row, mends IS NOT NULL,
  la_code, CAST("year" AS VARCHAR), 'mended', mend
FROM wh.episode
WHERE mend IS NOT NULL
