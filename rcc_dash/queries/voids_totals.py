"""Of all places, how many are occupied, blocked, empty, or not known; and how many are likely to be empty?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import HIDDEN, LOW, NOT_RETURNED
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import la_name
from rcc_dash.domain.voids import NOT_STATED, OTHERS, VALUES
from rcc_dash.models.void_range import Likely, Told, likely
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_cells import returned_by
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.queries.voids_known import STATES, added_up

BY: Final = ("la_code", "kind", "sector", "size", "judgement", "age", "owner", "run_by")
"""By what homes may be compared."""


@dataclass(frozen=True, slots=True)
class VoidRow:
    """Places of some homes by state. What homes returned is theirs; children known are protected."""

    code: str
    label: str
    homes: int
    places: int
    told_homes: int
    told_places: int
    told: Mapping[str, Figure]
    """By state (`STATES`), of the homes that returned: `untold` are places that a return leaves open."""
    known: Figure
    """Children known to live in the homes that did not return."""
    most: int
    """Places that can be empty at the most: all but those shown to be occupied or blocked."""
    likely: Likely | None
    """Ranges; None where there is no place."""

    @property
    def told_share(self) -> float:
        """Give the share of places known from returns, in %."""
        return 100 * self.told_places / self.places if self.places else 0.0

    @property
    def void_rate(self) -> Figure:
        """Give the empty places as a share of those that can be used, of the homes that returned, in %."""
        void, blocked = self.told["void"].value, self.told["blocked"].value
        if void is None or blocked is None:
            return Figure(None, self.told["void"].mark)
        usable = self.told_places - blocked
        rate = min(100 * void / usable, 100.0) if usable > 0 else None
        return Figure(rate, HIDDEN if rate is None else "")


@dataclass(frozen=True, slots=True)
class VoidTable:
    """Homes compared by one thing, and all homes of the main kind together."""

    when: Moment
    together: VoidRow | None
    """None where the chosen areas have no home of the main kind."""
    rows: tuple[VoidRow, ...]


def void_together(reader: Reader, filters: Filters, when: Moment) -> VoidRow | None:
    """Give the ladder of all homes of the main kind in the chosen areas; None where there is none."""
    return _together(reader, filters.of_homes, when)


def void_table(reader: Reader, filters: Filters, when: Moment, by: str) -> VoidTable:
    """Give the ladder of the chosen areas' homes, together and by one of `BY`."""
    return _table(reader, filters.of_homes, when, by)


@lru_cache(maxsize=128)
def _together(reader: Reader, filters: Filters, when: Moment) -> VoidRow | None:
    """Once for everybody: the key holds the build or release, and whether figures are protected."""
    return next(iter(_rows(_Asked(reader, filters, when), "")), None)


@lru_cache(maxsize=64)
def _table(reader: Reader, filters: Filters, when: Moment, by: str) -> VoidTable:
    rows = _rows(_Asked(reader, filters, when), by)
    return VoidTable(when, _together(reader, filters, when), _ordered(by, rows))


@dataclass(frozen=True, slots=True)
class _Asked:
    reader: Reader
    filters: Filters
    when: Moment

    @property
    def everywhere(self) -> Told:
        """Give all returns together, from which the occupancy of the other homes is drawn."""
        sums = _sums(self, "")
        return _told(sums.iloc[0]) if len(sums) else Told()


@lru_cache(maxsize=128)
def _sums(asked: _Asked, by: str) -> pd.DataFrame:
    """Give the columns of `added_up` by group, and the children `known` (null where none may be shown)."""
    cells = returned_by(asked.reader, asked.filters, asked.when, by)
    return added_up(cells).assign(known=cells.groupby("group")["known"].sum(min_count=1))


def _rows(asked: _Asked, by: str) -> tuple[VoidRow, ...]:
    everywhere = asked.everywhere
    return tuple(
        _row(asked, row, everywhere, _label(asked.filters, by, str(code)))
        for code, row in _sums(asked, by).iterrows()
    )


def _row(asked: _Asked, sums: pd.Series, everywhere: Told, label: str) -> VoidRow:
    told, places, day = _told(sums), int(sums["places"]), asked.when.day
    known = None if pd.isna(sums["known"]) else int(sums["known"])
    children = known or 0
    quiet = places - told.places
    return VoidRow(
        code=str(sums.name),
        label=label,
        homes=int(sums["homes"]),
        places=places,
        told_homes=int(sums["told_homes"]),
        told_places=int(sums["told_places"]),
        told={state: _figure(asked, sums, state) for state in STATES},
        known=_known(asked, known),
        most=max(places - told.occupied - told.blocked - min(children, quiet), told.void),
        likely=likely(told, quiet, children, everywhere, day.toordinal()),
    )


def _known(asked: _Asked, known: int | None) -> Figure:
    if asked.when.children is None:
        return Figure(None, NOT_RETURNED)
    if known is None and not asked.reader.rule.exact:
        return Figure(None, HIDDEN, asked.when.children)
    return Figure(float(known or 0), "", asked.when.children)


def _told(sums: pd.Series) -> Told:
    """Give what the returns add up to; nothing where it is hidden, so that nothing can be worked back."""
    names = ("told_homes", "told_places", "held", "blocked", "void")
    return Told(*(int(sums[name]) for name in names)) if sums["is_shown"] else Told()


def _figure(asked: _Asked, sums: pd.Series, state: str) -> Figure:
    """Give the places in a state; of a few that are rounded to none it says that they are few, not 0."""
    day, number = asked.when.day, float(sums[state])
    if not sums["told_homes"]:
        return Figure(None, NOT_RETURNED, day)
    if not sums["is_shown"]:
        return Figure(None, HIDDEN, day)
    return Figure(number, "", day) if number or asked.reader.rule.exact else Figure(None, LOW, day)


def _label(filters: Filters, by: str, code: str) -> str:
    if code == ALL_AREAS:
        return filters.area_phrase()
    if by == "la_code":
        return la_name(code)
    return {OTHERS: "All other owners", **VALUES.get(by, {})}.get(code, code)


def _ordered(by: str, rows: tuple[VoidRow, ...]) -> tuple[VoidRow, ...]:
    """Put values into their own order; LAs and owners with most places first, the rest of the owners last."""
    order = [*VALUES.get(by, {})]
    if order:
        return tuple(sorted(rows, key=lambda row: order.index(row.code)))
    return tuple(sorted(rows, key=lambda row: (row.code in {OTHERS, NOT_STATED}, -row.places, row.label)))
