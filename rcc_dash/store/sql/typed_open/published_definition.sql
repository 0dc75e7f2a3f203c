-- What do the published figures mean?
-- Parameters: none
-- Grain: one row per published measure
-- Columns:
--   source VARCHAR: whose file it came from
--   dataset VARCHAR: the dataset
--   measure VARCHAR: code of the measure
--   title VARCHAR: its name
--   polarity VARCHAR: whether high is good, as published
--   unit_words VARCHAR: unit in words
--   description VARCHAR: the definition as published
CREATE TABLE share.published_definition AS
SELECT source, dataset, measure, title, polarity, unit_words, description
FROM wh.published_definition
