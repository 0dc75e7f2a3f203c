"""What are the page's key figures, over the years, beside England, and how do they differ from DfE's own?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.distance_base import STANDINGS
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import NOT_KNOWN, Figure, Headline
from rcc_dash.domain.measures import DISTANCE_MEASURES, measures
from rcc_dash.domain.published import Comparison, Wanted
from rcc_dash.queries.calendar import Calendar, year_before
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_children import Asked, distance_children
from rcc_dash.queries.distance_shares import DistanceShares, distance_shares
from rcc_dash.queries.every_cell import counts_of
from rcc_dash.queries.lattice import cell_columns, may_cross
from rcc_dash.queries.nearly_all import nearly_all
from rcc_dash.queries.published import published
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released_cells import Question
from rcc_dash.queries.tallies import tallied

WANTED: Final = {
    "outside": Wanted("cla_31_march_by_locality_percent", "Placed outside the local authority boundary"),
    "far": Wanted("cla_31_march_by_distance_percent", "Placed more than 20 miles from home"),
    "far_outside": Wanted(
        "cla_31_march_by_locality_distance_percent",
        "4. Placed outside the LA boundary, more than 20 miles from home",
    ),
}
"""What DfE publishes by LA; nothing alike is published of the other shares."""

NOT_PUBLISHED: Final = Figure(None, "not published")
_LAST: Final = 6


@dataclass(frozen=True, slots=True)
class DistanceYears:
    """The shares on some dates, earliest first, of the areas chosen; and of the other cooperative."""

    here: Mapping[date, DistanceShares]
    there: Mapping[date, DistanceShares]

    def now(self) -> DistanceShares:
        """Give the shares of the latest of these dates."""
        return self.here[max(self.here)]


def distance_years(reader: Reader, asked: Asked, calendar: Calendar) -> DistanceYears:
    """Give every share of every area on the day asked for and, here, a year before if that is loaded."""
    before = year_before(asked.day, calendar.children)
    return _over(reader, asked, tuple(day for day in (before, asked.day) if day), (asked.day,))


def distance_trend(reader: Reader, asked: Asked, calendar: Calendar) -> DistanceYears:
    """Give every share of every area over the dates up to the one asked for."""
    days = tuple(day for day in calendar.children if day <= asked.day)[-_LAST:]
    return _over(reader, asked, days, days)


def _over(reader: Reader, asked: Asked, days: tuple[date, ...], there: tuple[date, ...]) -> DistanceYears:
    return DistanceYears(
        distance_shares(reader, asked.filters, days, asked.base),
        distance_shares(reader, asked.filters.elsewhere(), there, asked.base),
    )


def distance_headlines(
    reader: Reader, asked: Asked, calendar: Calendar, years: DistanceYears
) -> tuple[Headline, ...]:
    """Give the five key figures with their comparators; England's are of all children, as DfE publishes."""
    before = years.here.get(year_before(asked.day, calendar.children) or asked.day)
    earlier = before if before and before.day != asked.day else None
    now, other = years.now().together.shares, years.there[asked.day].together.shares
    return tuple(
        Headline(
            measures()[code],
            now[code],
            earlier.together.shares[code] if earlier else NOT_KNOWN,
            other[code],
            asked.filters.elsewhere().cooperative.name,
            england(reader, asked, code),
        )
        for code in DISTANCE_MEASURES
    )


def england(reader: Reader, asked: Asked, measure: str) -> Figure:
    """Give England's share as published; none is where the filter or the base is narrower than DfE's."""
    if measure not in WANTED or asked.filters.attributes or asked.base != "all":
        return NOT_PUBLISHED
    found = published(reader, WANTED[measure], (), asked.day).england
    return found.figure if found else NOT_PUBLISHED


def compared(reader: Reader, asked: Asked, measure: str) -> Comparison | None:
    """Give what DfE published of each chosen LA and its neighbours; None where nothing alike is published."""
    if measure not in WANTED:
        return None
    return published(reader, WANTED[measure], asked.filters.la_codes, asked.day)


def who_is_counted(reader: Reader, asked: Asked) -> dict[str, Figure]:
    """Say how many children's distance applies and is known, is not known, or does not apply, and why.

    Keys: `all`, and the codes of `distance_base.STANDINGS`. Empty where that may not be told.
    """
    is_told = may_cross(reader.rule, asked.filters, ["standing"])
    if not is_told or ALL_AREAS in nearly_all(reader, asked.filters, asked.day):
        return {}
    counts = counts_of(reader, _Standings(asked.day), asked.filters)
    whole = counts_of(reader, _Standings(asked.day, is_whole=True), asked.filters)
    each = {one.code: counts.figure(ALL_AREAS, one.code) for one in STANDINGS}
    return {"all": whole.figure(ALL_AREAS), **each}


@dataclass(frozen=True, slots=True)
class _Standings:
    """Children of a day by what their distance is; or all of them."""

    day: date
    is_whole: bool = False

    @property
    def question(self) -> Question:
        return Question("standing_all" if self.is_whole else "standing", (self.day,))

    @property
    def by(self) -> tuple[str, ...]:
        return () if self.is_whole else ("standing",)

    def tallies(self, reader: Reader, filters: Filters) -> pd.DataFrame:
        by = (*cell_columns(filters), *self.by)
        return tallied(distance_children(reader, Asked(filters, self.day), by), by)
