"""Which questions of a sufficiency analyst are ready to be opened in the SQL box, and changed?"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Example:
    """A question in words, and SQL over the tables that everybody may see."""

    code: str
    question: str
    sql: str


EXAMPLES: Final = (
    Example(
        "away",
        "Where do children of 16 and over live who are outside their LA, by placement type?",
        """SELECT placement, outside, not_outside
FROM children_shown
WHERE as_of = DATE '2025-03-31'
  AND area_code = 'E10000016'
  AND parted_by = 'placement+age'
  AND age = '16plus'
ORDER BY outside DESC NULLS LAST""",
    ),
    Example(
        "rose",
        "In which LAs did the share who live over 20 miles from home rise most since 2021?",
        """SELECT n.area_code AS la_code, a.name,
  round(100.0 * n.far / n.children) AS pct_now,
  round(100.0 * b.far / b.children) AS pct_before,
  round(100.0 * n.far / n.children) - round(100.0 * b.far / b.children) AS change
FROM children_shown AS n
JOIN children_shown AS b ON b.area_code = n.area_code AND b.parted_by = n.parted_by
JOIN area AS a ON a.la_code = n.area_code
WHERE n.parted_by = ''
  AND n.as_of = DATE '2025-03-31'
  AND b.as_of = DATE '2021-03-31'
ORDER BY change DESC NULLS LAST""",
    ),
    Example(
        "places",
        "How many homes and places are there, by sector and LA?",
        """SELECT h.la_code, a.name, h.sector, count(*) AS homes, sum(h.places) AS places
FROM home_at AS h
JOIN area AS a USING (la_code)
WHERE h.is_childrens_home
  AND h.as_of = (SELECT max(as_of) FROM home_at)
  AND a.rcc_code = 'gm'
GROUP BY h.la_code, a.name, h.sector
ORDER BY a.name, places DESC""",
    ),
    Example(
        "inadequate",
        "Where are the homes that Ofsted judged inadequate, and how many places have they?",
        """SELECT la_code, count(*) AS homes, sum(places) AS places
FROM home_at
WHERE is_childrens_home
  AND judgement = 'inadequate'
  AND as_of = (SELECT max(as_of) FROM home_at)
GROUP BY la_code
ORDER BY places DESC""",
    ),
    Example(
        "per_child",
        "How many places are there for every child in a home, by LA?",
        """WITH homes AS (
  SELECT la_code, sum(places) AS places
  FROM home_at
  WHERE is_childrens_home AND as_of = DATE '2025-03-31'
  GROUP BY la_code
)
SELECT c.area_code AS la_code, a.name, h.places, c.children,
  round(100.0 * h.places / c.children) AS places_per_100
FROM children_shown AS c
JOIN area AS a ON a.la_code = c.area_code
LEFT JOIN homes AS h ON h.la_code = c.area_code
WHERE c.as_of = DATE '2025-03-31' AND c.parted_by = 'placement' AND c.placement = 'home'
ORDER BY places_per_100""",
    ),
    Example(
        "owners",
        "Which owners have the most places in the South East, and in how many LAs?",
        """SELECT owner_name, count(*) AS homes, sum(places) AS places, count(DISTINCT la_code) AS areas
FROM home_at
WHERE is_childrens_home
  AND as_of = (SELECT max(as_of) FROM home_at)
  AND la_code IN (SELECT la_code FROM area WHERE rcc_code = 'se')
GROUP BY owner_name
ORDER BY places DESC NULLS LAST
LIMIT 20""",
    ),
    Example(
        "official",
        "How has DfE's share of children over 20 miles from home changed, beside England?",
        """SELECT year, max(value) FILTER (WHERE area_code = 'E10000016') AS kent,
  max(value) FILTER (WHERE area_code = 'E92000001') AS england
FROM published_brought
WHERE measure = 'cla_31_march_by_distance_percent'
  AND breakdown = 'Placed more than 20 miles from home'
GROUP BY year
ORDER BY year""",
    ),
    Example(
        "growth",
        "How many homes and places were there on each date, by cooperative?",
        """SELECT h.as_of, a.rcc_code, count(*) AS homes, sum(h.places) AS places
FROM home_at AS h
JOIN area AS a USING (la_code)
WHERE h.is_childrens_home AND a.rcc_code IS NOT NULL
GROUP BY h.as_of, a.rcc_code
ORDER BY h.as_of, a.rcc_code""",
    ),
)
"""In the order of the list; none needs more than what is protected or published."""
