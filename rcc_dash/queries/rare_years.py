"""How has a rare need changed over the years, and what are the page's key figures beside the other region?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from rcc_dash.domain.headline import NOT_KNOWN, Figure, Headline
from rcc_dash.domain.rare import RARE_MEASURES
from rcc_dash.queries.calendar import Calendar, year_before
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_costs import mean_cost
from rcc_dash.queries.rare_counts import is_told, rate_of
from rcc_dash.queries.rare_parts import ALL, BEGAN, RareAsked, began, count_parts, everyone, halves
from rcc_dash.queries.rare_places import half_share
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import Parts

_LAST: Final = 6
_ALIKE: Final = 0.1
"""Shares of children known that differ by more than this cannot be compared."""
_KNOWN: Final = "known"
_NOT_PUBLISHED: Final = Figure(None, "not published")


@dataclass(frozen=True, slots=True)
class RareYear:
    """One date's figures of a cohort in all chosen areas: by code of `RARE_MEASURES`, and two more."""

    figures: Mapping[str, Figure]
    began: Figure
    any: Figure
    """Children with any rare need, each counted once."""
    known: Figure
    """Children of whom it is known whether they belong."""
    looked_after: Figure

    def is_told_like(self, other: "RareYear") -> bool:
        """Say whether about as many are known on both dates, so that a change is one of children."""
        return abs(self.known_share - other.known_share) <= _ALIKE

    @property
    def known_share(self) -> float:
        """Give the part of all children of whom it is known whether they belong."""
        return (self.known.value or 0.0) / (self.looked_after.value or 1.0)


@lru_cache(maxsize=64)
def rare_year(reader: Reader, asked: RareAsked) -> RareYear:
    """Give the figures of one date; without a value or mark where nothing loaded tells of the cohort."""
    counts, code = count_parts(reader, asked, "rare_year", _parts), asked.cohort
    beside = (counts.figure(ALL_AREAS, part) for part in (ANY, _KNOWN, ALL))
    if not is_told(reader, asked, code):
        return RareYear(dict.fromkeys(RARE_MEASURES, NOT_KNOWN), NOT_KNOWN, *beside)
    figures = {
        "children": counts.figure(ALL_AREAS, code),
        "rate": rate_of(counts, code, ALL_AREAS),
        "beyond": half_share(counts, code, "beyond"),
        "far": half_share(counts, code, "far"),
        "cost": mean_cost(reader, asked),
    }
    return RareYear(figures, counts.figure(ALL_AREAS, BEGAN), *beside)


def _parts(children: pd.DataFrame, asked: RareAsked) -> Parts:
    own, parts = children[f"in_{asked.cohort}"], everyone(children)
    known = parts[ALL] if asked.cohort == ANY else children[f"known_{asked.cohort}"]
    began_now = own & began(children, asked.day)
    parts |= {BEGAN: began_now, ANY: children["in_any"], asked.cohort: own, _KNOWN: known}
    return {**parts, **halves(children, {asked.cohort: own})}


def rare_trend(reader: Reader, asked: RareAsked, calendar: Calendar) -> dict[date, RareYear]:
    """Give the figures of the dates up to the one asked for, earliest first, by the same thresholds."""
    days = tuple(day for day in calendar.children if day <= asked.day)[-_LAST:]
    return {day: rare_year(reader, replace(asked, day=day)) for day in days}


def rare_headlines(reader: Reader, asked: RareAsked, calendar: Calendar) -> tuple[Headline, ...]:
    """Give the five key figures with their comparators; nothing alike is published for England.

    A year before is left out where the files then told of many more or fewer children.
    """
    before = year_before(asked.day, calendar.children)
    elsewhere = asked.filters.elsewhere()
    now = rare_year(reader, asked)
    earlier = rare_year(reader, replace(asked, day=before)) if before else None
    then = earlier.figures if earlier and now.is_told_like(earlier) else {}
    there = rare_year(reader, replace(asked, filters=elsewhere)).figures
    return tuple(
        Headline(
            measure,
            now.figures[code],
            then.get(code, NOT_KNOWN),
            there[code],
            elsewhere.cooperative.name,
            _NOT_PUBLISHED,
        )
        for code, measure in RARE_MEASURES.items()
    )
