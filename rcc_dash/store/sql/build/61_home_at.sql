-- Which providers were there on each date, of what size, how judged, and how well is their position known?
-- Parameters: none
-- Grain: one row per provider and date of an Ofsted list
-- Columns:
--   as_of DATE: date of the list
--   urn VARCHAR: Ofsted's unique reference number
--   provision_type VARCHAR: code of the kind of provider
--   is_childrens_home BOOLEAN: one of the three kinds of children's home
--   home_name VARCHAR: null where Ofsted publishes none
--   la_code VARCHAR: LA where the home is; null if the list names no present LA
--   la_listed VARCHAR: LA as Ofsted wrote it
--   constituency VARCHAR: parliamentary constituency
--   sector VARCHAR: la, private, voluntary, health; null if not stated
--   places INTEGER: registered places; null if Ofsted gives none
--   short_break_only BOOLEAN: null if the list does not say
--   judgement VARCHAR: latest overall judgement; null if none
--   inspected_on DATE: latest full inspection; null if none
--   owner_name VARCHAR: organisation that owns it; null if not stated
--   registered_on DATE: first day of registration; null if not stated
--   status VARCHAR: Ofsted's registration status; null if not stated
--   list_scope VARCHAR: all, or inspected where the date has only a list of inspected homes
--   position_sector VARCHAR: postcode sector; null where only the LA is known
--   position_basis VARCHAR: published, restricted, placements, or la where only the LA is known
CREATE TABLE wh.home_at AS
WITH one_each AS (
  SELECT * REPLACE (
    CASE WHEN precision = 'open' THEN home_name END AS home_name,
    CASE WHEN precision = 'open' THEN postcode_sector END AS postcode_sector
  )
  FROM wh.home_listing
  WHERE list_kind IN ('places', 'judgements')
  QUALIFY row_number() OVER (
    PARTITION BY list_kind, as_of, urn ORDER BY load_order DESC, source_sheet, source_row
  ) = 1
),
merged AS (
  SELECT
    coalesce(p.as_of, j.as_of) AS as_of,
    coalesce(p.urn, j.urn) AS urn,
    coalesce(p.provision_type, j.provision_type) AS provision_type,
    coalesce(p.home_name, j.home_name) AS home_name,
    coalesce(p.la_code, j.la_code) AS la_code,
    coalesce(p.la_listed, j.la_listed) AS la_listed,
    coalesce(p.constituency, j.constituency) AS constituency,
    coalesce(p.sector, j.sector) AS sector,
    coalesce(p.places, j.places) AS places,
    coalesce(p.short_break_only, j.short_break_only) AS short_break_only,
    coalesce(j.judgement, p.judgement) AS judgement,
    coalesce(j.inspected_on, p.inspected_on) AS inspected_on,
    coalesce(p.owner_name, j.owner_name) AS owner_name,
    coalesce(p.registered_on, j.registered_on) AS registered_on,
    coalesce(p.status, j.status) AS status,
    coalesce(p.postcode_sector, j.postcode_sector) AS published_sector,
    p.urn IS NOT NULL AS in_places_list
  FROM (SELECT * FROM one_each WHERE list_kind = 'places') AS p
  FULL JOIN (SELECT * FROM one_each WHERE list_kind = 'judgements') AS j ON j.as_of = p.as_of AND j.urn = p.urn
),
typed AS (
  SELECT m.*,
    m.provision_type IN (SELECT code FROM reference_home_type) AS is_childrens_home,
    k.postcode_sector AS other_sector,
    k.basis AS other_basis
  FROM merged AS m
  LEFT JOIN home_position AS k ON k.urn = m.urn
),
scoped AS (
  SELECT *,
    CASE
      WHEN bool_or(in_places_list OR (inspected_on IS NULL AND judgement IS NULL))
        FILTER (WHERE is_childrens_home) OVER (PARTITION BY as_of) THEN 'all'
      ELSE 'inspected'
    END AS list_scope
  FROM typed
)
SELECT as_of, urn, provision_type, is_childrens_home, home_name, la_code, la_listed, constituency, sector, places,
  short_break_only, judgement, inspected_on, owner_name, registered_on, status, list_scope,
  coalesce(published_sector, other_sector) AS position_sector,
  CASE WHEN published_sector IS NOT NULL THEN 'published' ELSE coalesce(other_basis, 'la') END AS position_basis
FROM scoped
ORDER BY as_of, la_code, urn
