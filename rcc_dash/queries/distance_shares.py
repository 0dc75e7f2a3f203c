"""What share of each area's children live away from home, in each of the five senses?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.disclosure import HIDDEN, HIGH, NOT_RETURNED
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import DISTANCE_MEASURES
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts
from rcc_dash.queries.distance_children import AROUND, Asked, distance_children
from rcc_dash.queries.every_cell import counts_of
from rcc_dash.queries.lattice import cell_columns, may_cross
from rcc_dash.queries.nearly_all import nearly_all
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released_cells import Question
from rcc_dash.queries.returned import returned_on
from rcc_dash.queries.tallies import tallied_parts

_AROUND: Final = {
    measure: tuple(part.replace("far", measure) for part in AROUND) for measure in ("far", "far_outside")
}
"""Shares that postcode sectors leave open, with those surely, possibly, and likely in them."""
FAR_INSIDE: Final = "far_inside"
"""Far children within their own LA, whom DfE's headline leaves out."""
_PARTS: Final = (*DISTANCE_MEASURES, FAR_INSIDE, *(part for parts in _AROUND.values() for part in parts))


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A share that postcode sectors leave open: at the least, at the most, and by its chances."""

    low: Figure
    high: Figure
    likely: Figure


@dataclass(frozen=True, slots=True)
class AreaShares:
    """One area's children in the base, how many are in each share, and the shares in %."""

    children: Figure
    counts: Mapping[str, Figure]
    shares: Mapping[str, Figure]
    ranges: Mapping[str, LeftOpen]
    """By measure, where sectors leave some children on either side of 20 miles; else absent."""


@dataclass(frozen=True, slots=True)
class DistanceShares:
    """The shares of every area on one day; `ALL_AREAS` for all of them together."""

    day: date
    areas: Mapping[str, AreaShares]
    hidden: int
    """Shares of areas that are not shown, because they are of too few children."""

    @property
    def together(self) -> AreaShares:
        """Give the shares of all areas together."""
        return self.areas[ALL_AREAS]


@dataclass(frozen=True, slots=True)
class _Shares:
    """Children in the base of a day, and for each share those in it and all others."""

    day: date
    base: str

    @property
    def question(self) -> Question:
        return Question("distance_shares", (self.day,), self.base)

    @property
    def by(self) -> tuple[str, ...]:
        return ("part",)

    def tallies(self, reader: Reader, filters: Filters) -> pd.DataFrame:
        may_part = may_cross(reader.rule, filters, ["far"])
        by, asked = cell_columns(filters), _PARTS if may_part else ()
        children = distance_children(reader, Asked(filters, self.day, self.base), (*by, *asked))
        parts = {"children": np.ones(len(children), bool)}
        for part in asked:
            is_in = children[part].to_numpy(bool)
            parts |= {part: is_in, f"not_{part}": ~is_in}
        return tallied_parts(children, by, parts)


def distance_shares(
    reader: Reader, filters: Filters, days: tuple[date, ...], base: str
) -> dict[date, DistanceShares]:
    """Give every share of the chosen areas on each day. An area whose return is not loaded shows `[x]`."""
    return {day: _shares_on(reader, replace(filters, as_of=None), day, base) for day in days}


@lru_cache(maxsize=256)
def _shares_on(reader: Reader, filters: Filters, day: date, base: str) -> DistanceShares:
    """Work them out once for everybody, the other cooperative's too.

    The key holds the build or release, and whether figures are protected.
    """
    found = _on(counts_of(reader, _Shares(day, base), filters), filters, returned_on(reader, day))
    may_part = may_cross(reader.rule, filters, ["far"])
    return _limited(found, nearly_all(reader, filters, day), may_part=may_part)


def _limited(found: DistanceShares, high: frozenset[str], *, may_part: bool) -> DistanceShares:
    """Take away what may not be told, however many children it is of."""
    areas = {}
    for code, area in found.areas.items():
        whole = _marked({"": area.children}, HIGH)[""] if code in high else area.children
        kept = replace(area, children=whole)
        hidden = AreaShares(whole, _marked(area.counts, HIDDEN), _marked(area.shares, HIDDEN), {})
        areas[code] = kept if may_part else hidden
    return replace(found, areas=areas)


def _marked(figures: Mapping[str, Figure], mark: str) -> dict[str, Figure]:
    return {
        code: figure if figure.value is None else Figure(None, mark, figure.as_of)
        for code, figure in figures.items()
    }


def _on(counts: Counts, filters: Filters, loaded: frozenset[str]) -> DistanceShares:
    returned = loaded.intersection(filters.la_codes)
    returned |= {ALL_AREAS} if returned else frozenset()
    areas = {
        code: _area(counts, code) if code in returned else _not_returned()
        for code in (ALL_AREAS, *filters.la_codes)
    }
    marks = [figure.mark for area in areas.values() for figure in area.shares.values()]
    hidden = 0 if counts.rule.exact else sum(mark not in {"", NOT_RETURNED} for mark in marks)
    return DistanceShares(counts.day, areas, hidden)


def _area(counts: Counts, code: str) -> AreaShares:
    def share(part: str) -> Figure:
        return counts.share((code, part), (code, f"not_{part}"), (code, "children"))

    ranges = {
        measure: _left_open(share(measure), *(share(part) for part in parts))
        for measure, parts in _AROUND.items()
        if share(parts[0]) != share(parts[1])
    }
    return AreaShares(
        counts.figure(code, "children"),
        {part: counts.figure(code, part) for part in (*DISTANCE_MEASURES, FAR_INSIDE)},
        {measure: share(measure) for measure in DISTANCE_MEASURES},
        ranges,
    )


def _left_open(between: Figure, low: Figure, high: Figure, likely: Figure) -> LeftOpen:
    """Keep the ends around the share itself: two roundings may cross."""
    known = [one.value for one in (between, low, high) if one.value is not None]
    least, most = min(known, default=None), max(known, default=None)
    return LeftOpen(
        low if low.value is None else replace(low, value=least),
        high if high.value is None else replace(high, value=most),
        likely,
    )


def _not_returned() -> AreaShares:
    nothing = Figure(None, NOT_RETURNED)
    none = dict.fromkeys((*DISTANCE_MEASURES, FAR_INSIDE), nothing)
    return AreaShares(nothing, none, none, {})
