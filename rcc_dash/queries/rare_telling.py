"""Which LAs tell, on which dates, who belongs to a rare cohort, and who does? Never leaves this room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from rcc_dash.domain.cohorts import Thresholds, cohorts
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.lattice import all_together, anybody_in, shown
from rcc_dash.queries.rare_children import rare_children
from rcc_dash.queries.rare_parts import ALL, everyone
from rcc_dash.queries.rare_told import children_told
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import SUMS, tallied_parts

_KNOWN_LESS: Final = 0.02
"""A day may be told of this much less of the children than the last one, and still be averaged with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """The LAs that tell who belongs to a cohort on a date, and their children of it: `tallied` by LA."""

    las: tuple[str, ...]
    tallies: pd.DataFrame


def telling(
    reader: Reader, rcc: str, days: Sequence[date], cohort: str, thresholds: Thresholds
) -> dict[date, Marked]:
    """Give the days that are told by the same columns, of nearly as many children, as the last one is."""
    asked = [_told(reader, rcc, day, cohort, thresholds) for day in days]
    told = [one for one in asked if one.columns]
    return {
        one.day: one.marked
        for one in told
        if one.columns >= told[-1].columns and one.known_share >= told[-1].known_share - _KNOWN_LESS
    }


def names_of(marked: Mapping[date, Marked]) -> dict[str, float]:
    """Name the LAs that tell, by day: that is no number of children."""
    return {f"{day.isoformat()}/{code}": 1.0 for day, one in marked.items() for code in one.las}


def marked_by(told: Mapping[str, float]) -> dict[date, Marked]:
    """Give the LAs that tell by day, and nobody of the cohort: a release counts them itself."""
    las: dict[date, list[str]] = {}
    for name in sorted(told):
        day, _, code = name.partition("/")
        if code:
            las.setdefault(date.fromisoformat(day), []).append(code)
    nobody = pd.DataFrame(columns=["la_code", *SUMS])
    return {day: Marked(tuple(codes), nobody) for day, codes in las.items()}


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    day: date
    columns: frozenset[str]
    known_share: float
    marked: Marked


def _told(reader: Reader, rcc: str, day: date, cohort: str, thresholds: Thresholds) -> _Told:
    """Give the children of the LAs that tell, and the columns that tell who belongs to the cohort.

    In protected figures an LA of which a few answers are known tells as little as one without: its census
    may have an answer for those alone for whom it is yes.
    """
    counted, some = _counted(reader, rcc, day, thresholds), _known_columns(reader, rcc, day)
    las, own = counted.las[f"known_{cohort}"], counted.tallies[f"in_{cohort}"]
    asked = {condition.column for way in cohorts()[cohort].ways for condition in way}
    known, whole = counted.together[f"known_{cohort}"], counted.together[ALL]
    return _Told(
        day,
        some & asked if las else frozenset(),
        known / whole if whole else 0.0,
        Marked(las, own[own["la_code"].isin(las)]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    """The children of a day and of each cohort, and those of whom it is known: of each LA, and together."""

    tallies: Mapping[str, pd.DataFrame]
    """By LA (`tallied`), of each part: `in_<cohort>`, `known_<cohort>` and `ALL`."""
    las: Mapping[str, tuple[str, ...]]
    """Those with anybody of the part, in protected figures those whose number is shown."""
    together: Mapping[str, int]
    """Of all LAs, from numbers that may be shown: 0 where none may."""


@lru_cache(maxsize=16)
def _counted(reader: Reader, rcc: str, day: date, thresholds: Thresholds) -> _Counted:
    """Count them for every cohort in one pass."""
    children = rare_children(reader, Filters(rcc=rcc), (day,), thresholds)
    answers = [f"{said}_{code}" for said in ("in", "known") for code in cohorts()]
    parts = everyone(children) | {name: children[name] for name in answers}
    own = shown(reader.rule, tallied_parts(children, ["la_code"], parts))
    together = all_together(reader.rule, own).set_index("part")["children"].fillna(0)
    each = {part: own[own["part"].eq(part)] for part in parts}
    return _Counted(
        {part: cells[["la_code", *SUMS]] for part, cells in each.items()},
        {part: _with_anybody(cells) for part, cells in each.items()},
        {part: int(together.get(part, 0)) for part in parts},
    )


def _with_anybody(cells: pd.DataFrame) -> tuple[str, ...]:
    return tuple(sorted(cells.loc[cells["children"].fillna(0).gt(0), "la_code"].astype(str)))


@lru_cache(maxsize=16)
def _known_columns(reader: Reader, rcc: str, day: date) -> frozenset[str]:
    """Name the columns by which anything is told of children of the cooperative, and not of a few."""
    children = children_told(reader, rcc, day)
    ways = [way for cohort in cohorts().values() for way in cohort.ways]
    asked = sorted({condition.column for way in ways for condition in way})
    return anybody_in(reader.rule, children, {column: children[column].notna() for column in asked})
