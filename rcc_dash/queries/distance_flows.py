"""Which LA's children live where, what does each LA take in and send out, and where outside do they go?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import OUTSIDE_ENGLAND, la_name, local_authorities
from rcc_dash.domain.released import Key
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts, counts_by
from rcc_dash.queries.distance_children import Asked, distance_children, everywhere
from rcc_dash.queries.lattice import cell_columns, shown, shown_together
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import each_la, kept
from rcc_dash.queries.released_cells import Question, counted
from rcc_dash.queries.returned import as_returned, returned_on
from rcc_dash.queries.tallies import tallied

ENGLAND_ELSEWHERE: Final = "england"
NATIONS: Final = "nations"
UNKNOWN: Final = "unknown"
BEYOND: Final = {
    ENGLAND_ELSEWHERE: "Rest of England",
    NATIONS: "Rest of the UK",
    UNKNOWN: "Not known",
}
"""Destinations that are no member of the cooperative."""
_ALSO: Final = ("placement_la", "outside", "out_region")
"""What is read of each child besides what the filter is of."""


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
    pairs = _pairs(reader, ("matrix", day, filters), rows.assign(there=there), ["la_code", "there"])
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
    whole = _pairs(reader, ("looked_after", day, filters), rows, ["la_code"])
    sent = _pairs(reader, ("sent", day, filters), moved, ["la_code"])
    key = Key("taken", "", day, each_la(filters))
    taken = counts_by(reader.rule, day, kept(reader, key, lambda: _taken(reader, filters, day)), ["la_code"])
    own = {code: {"whole": whole.figure(code), "sent": sent.figure(code)} for code in filters.la_codes}
    return tuple(
        Exchange(code, told["whole"], told["sent"], taken.figure(code))
        for code, told in as_returned(reader, day, own).items()
    )


def _taken(reader: Reader, filters: Filters, day: date) -> pd.DataFrame:
    arrived = everywhere(reader, _allowed(reader, filters), day, _ALSO)
    arrived = arrived[arrived["outside"] & arrived["placement_la"].isin(filters.la_codes)]
    cells = shown_together(reader.rule, tallied(arrived, ["la_code", "placement_la"]), ["placement_la"])
    return cells.rename(columns={"placement_la": "la_code"})


def destinations(reader: Reader, filters: Filters, day: date) -> tuple[Destination, ...]:
    """Give the regions and LAs outside the cooperative where the chosen LAs' children live, most first.

    A region's row (`code` blank) counts all its LAs, those too small to show among them, and they follow it.
    """
    rows = _children(reader, filters, day)
    gone = rows[rows["out_region"]]
    asked = Asked(filters, day)
    own = {local_authorities()[code].region_name for code in filters.cooperative.la_codes}
    gone = gone.assign(part=[_part(code, own) for code in gone["placement_la"]])
    parts = _together(reader, gone, asked, "part")
    each = _together(reader, gone, asked, "placement_la")
    found = [
        *(Destination("", str(part), str(part), parts.figure(part)) for (part,) in parts.numbers),
        *(
            Destination(str(la), la_name(str(la)), _part(str(la), own), each.figure(la))
            for (la,) in each.numbers
        ),
    ]
    found = [one for one in found if one.children.value]
    whole = {one.part: one.children.value or 0.0 for one in found if not one.code}
    return tuple(sorted(found, key=lambda one: (-whole.get(one.part, 0.0), one.part, *_most_first(one))))


def _most_first(one: Destination) -> tuple[bool, float, str]:
    return bool(one.code), -(one.children.value or 0.0), one.name


def _children(reader: Reader, filters: Filters, day: date) -> pd.DataFrame:
    allowed = _allowed(reader, filters)
    return distance_children(reader, Asked(allowed, day), (*cell_columns(allowed), *_ALSO))


def _allowed(reader: Reader, filters: Filters) -> Filters:
    """Take the child filters away in the protected view: two places crossed with them single children out."""
    return filters if reader.rule.exact else replace(filters, placement=(), age=(), sector=())


def _pairs(reader: Reader, asked: tuple[str, date, Filters], children: pd.DataFrame, by: list[str]) -> Counts:
    """Count by LA and more, each cell alone; a release has them of a whole cooperative."""
    question, day, filters = asked
    key = Key(question, "", day, each_la(filters), (), tuple(by[1:]))
    cells = kept(reader, key, lambda: shown(reader.rule, tallied(children, by))[[*by, "children"]])
    return counts_by(reader.rule, day, cells, by)


def _together(reader: Reader, children: pd.DataFrame, asked: Asked, column: str) -> Counts:
    """Count all chosen areas' children by one column; chosen areas are the sum of their own cells."""
    filters = _allowed(reader, asked.filters)
    tallies = tallied(children, [*cell_columns(filters), column])
    question = Question(f"destination_{column}", (asked.day,))
    cells = counted(reader, question, tallies, filters, [column])
    return counts_by(reader.rule, asked.day, cells[cells["la_code"].eq(ALL_AREAS)], [column])


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
