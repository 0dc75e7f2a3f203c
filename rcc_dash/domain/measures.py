"""Which figures are there, what do they mean, and is more of them good?"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from rcc_dash.reference.tables import Row, rows


class Unit(StrEnum):
    """What a figure counts; decides how it is written."""

    CHILDREN = "children"
    HOMES = "homes"
    PLACES = "places"
    SHARE_PCT = "share_pct"
    PER_100 = "per_100"
    PER_10000 = "per_10000"
    GBP = "gbp"


class Polarity(StrEnum):
    """Whether a rise is good; a figure that is neither keeps a neutral colour."""

    HIGH_IS_GOOD = "high"
    LOW_IS_GOOD = "low"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: its names, unit, polarity, definition and source, and what a reader must know of it.

    `of` says what it is a share of, `treated` how it is protected (a code of `protection_words.TREATED`),
    `absent` what stands in the place of a number that is not there, `dated` by which files it is dated.
    """

    code: str
    label: str
    short_label: str
    unit: Unit
    polarity: Polarity
    definition: str
    source: str
    of: str
    treated: str
    absent: str
    dated: tuple[str, ...]


AREA_MEASURES: Final = ("outside", "far", "children", "residential", "homes", "places", "places_per_100")
"""Figures by which the map may shade LAs, in the order of the choice."""

OVERVIEW_MEASURES: Final = ("children", "outside", "far", "homes", "places", "places_per_100")
"""Key figures of the overview, in order."""

DISTANCE_MEASURES: Final = ("outside", "far", "far_outside", "out_region", "out_england")
"""Shares of children who live away from home, in the order of the page *Distance*."""


@cache
def measures(page: str = "") -> dict[str, Measure]:
    """Give the register of figures by code (`data/reference/measures.csv`): all pages', or a page's own."""
    return {r["code"]: _measure(r) for r in rows("measures") if r["page"] == page}


def pages_with_measures() -> tuple[str, ...]:
    """Give every page that has figures of its own, blank for those of all pages, in the register's order."""
    return tuple(dict.fromkeys(r["page"] for r in rows("measures")))


def _measure(row: Row) -> Measure:
    return Measure(
        row["code"],
        row["label"],
        row["short_label"],
        Unit(row["unit"]),
        Polarity(row["polarity"]),
        row["definition"],
        row["source"],
        row["of"],
        row["treated"],
        row["absent"],
        tuple(row["dated"].split()),
    )
