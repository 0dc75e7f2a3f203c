"""Which LA's children live where, what does each LA take in and send out, and where outside do they go?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import OUTSIDE_ENGLAND, la_name, local_authorities
from rcc_dash.queries.counts import Counts, counts_by
from rcc_dash.queries.distance_children import Asked, distance_children, everywhere
from rcc_dash.queries.lattice import shown, shown_together, tallied
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.returned import as_returned, returned_on

ENGLAND_ELSEWHERE: Final = "england"
NATIONS: Final = "nations"
UNKNOWN: Final = "unknown"
BEYOND: Final = {
    ENGLAND_ELSEWHERE: "Rest of England",
    NATIONS: "Rest of the UK",
    UNKNOWN: "Not known",
}
"""Destinations that are no member of the cooperative."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Children by responsible LA (rows) and where they live (columns: members, then `BEYOND`)."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Figure]
    hidden: int
    """Cells not shown, whether small or empty: which of the two is not told."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One LA's children placed outside it, and other loaded LAs' children placed in it."""

    la_code: str
    looked_after: Figure
    sent: Figure
    taken: Figure


@dataclass(frozen=True, slots=True)
class Destination:
    """A region, LA or nation outside the cooperative where children live; `code` is blank for a region."""

    code: str
    name: str
    part: str
    """Its region of England, or "Rest of the UK"."""
    children: Figure


def matrix(reader: Reader, filters: Filters, day: date) -> Matrix:
    """Give the children of each chosen LA that returned by where they live, each pair protected alone."""
    rows = _children(reader, filters, day)
    members = filters.cooperative.la_codes
    there = rows["placement_la"].map(lambda code: _column(code, members))
    pairs = _pairs(reader.rule, day, rows.assign(there=there), ["la_code", "there"])
    columns = (*members, *BEYOND)
    known = returned_on(reader, day)
    las = tuple(code for code in filters.la_codes if code in known)
    cells = {(la, to): pairs.figure(la, to) for la in las for to in columns}
    hidden = 0 if reader.rule.exact else sum(figure.value is None for figure in cells.values())
    return Matrix(las, columns, cells, hidden)


def exchanges(reader: Reader, filters: Filters, day: date) -> tuple[Exchange, ...]:
    """Give what each chosen LA sends out and takes in. Taken in are children of loaded LAs only."""
    rows = _children(reader, filters, day)
    moved = rows[rows["outside"]]
    whole = _pairs(reader.rule, day, rows, ["la_code"])
    sent = _pairs(reader.rule, day, moved, ["la_code"])
    arrived = everywhere(reader, _allowed(reader, filters), (day,))
    arrived = arrived[arrived["outside"] & arrived["placement_la"].isin(filters.la_codes)]
    each = tallied(arrived, ["la_code", "placement_la"])
    cells = shown_together(reader.rule, each, ["placement_la"])
    taken = counts_by(reader.rule, day, cells, ["placement_la"])
    own = {code: {"whole": whole.figure(code), "sent": sent.figure(code)} for code in filters.la_codes}
    return tuple(
        Exchange(code, told["whole"], told["sent"], taken.figure(code))
        for code, told in as_returned(reader, day, own).items()
    )


def destinations(reader: Reader, filters: Filters, day: date) -> tuple[Destination, ...]:
    """Give the regions and LAs outside the cooperative where the chosen LAs' children live, most first.

    A region's row (`code` blank) counts all its LAs, those too small to show among them, and they follow it.
    """
    rows = _children(reader, filters, day)
    gone = rows[rows["out_region"]]
    asked = Asked(filters, day)
    own = {local_authorities()[code].region_name for code in filters.cooperative.la_codes}
    part = {code: _part(code, own) for code in gone["placement_la"].unique()}
    parts = _together(reader.rule, gone.assign(part=gone["placement_la"].map(part)), asked, "part")
    each = _together(reader.rule, gone, asked, "placement_la")
    found = [
        *(Destination("", str(part), str(part), parts.figure(part)) for (part,) in parts.numbers),
        *(Destination(str(la), la_name(str(la)), part[str(la)], each.figure(la)) for (la,) in each.numbers),
    ]
    found = [one for one in found if one.children.value]
    whole = {one.part: one.children.value or 0.0 for one in found if not one.code}
    return tuple(sorted(found, key=lambda one: (-whole.get(one.part, 0.0), one.part, *_most_first(one))))


def _most_first(one: Destination) -> tuple[bool, float, str]:
    return bool(one.code), -(one.children.value or 0.0), one.name


def _children(reader: Reader, filters: Filters, day: date) -> pd.DataFrame:
    return distance_children(reader, _allowed(reader, filters), (day,))


def _allowed(reader: Reader, filters: Filters) -> Filters:
    """Take the child filters away in the protected view: two places crossed with them single children out."""
    return filters if reader.rule.exact else replace(filters, placement=(), age=(), sector=())


def _pairs(rule: Rule, day: date, children: pd.DataFrame, by: list[str]) -> Counts:
    return counts_by(rule, day, shown(rule, tallied(children, by)), by)


def _together(rule: Rule, children: pd.DataFrame, asked: Asked, column: str) -> Counts:
    """Count all chosen areas' children by one column; chosen areas are the sum of their own cells."""
    each = tallied(children, ["la_code", column])
    if asked.filters.las:
        own = shown(rule, each).groupby(column, as_index=False)[["children"]].sum(min_count=1)
        return counts_by(rule, asked.day, own, [column])
    return counts_by(rule, asked.day, shown_together(rule, each, [column]), [column])


def _column(code: object, members: tuple[str, ...]) -> str:
    if not isinstance(code, str):
        return UNKNOWN
    if code in members:
        return code
    return NATIONS if code in OUTSIDE_ENGLAND else ENGLAND_ELSEWHERE


def _part(code: str, own: set[str]) -> str:
    """Name the region of a place; of the cooperative's own region it is the rest that is meant."""
    known = local_authorities().get(code)
    if known is None:
        return BEYOND[NATIONS]
    return f"Rest of the {known.region_name} region" if known.region_name in own else known.region_name
