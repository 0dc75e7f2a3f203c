"""How many children have a rare need, in each area and in each cohort? Every number is protected."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.cohorts import NEEDS_PAGE, cohorts_of
from rcc_dash.domain.disclosure import NOT_RETURNED
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.models.shrunk import filled
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts
from rcc_dash.queries.lattice import may_cross
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_parts import ALL, BEGAN, RareAsked, began, count_parts, everyone
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import is_so
from rcc_dash.queries.returned import returned_on
from rcc_dash.queries.tallies import Parts
from rcc_dash.settings import PROTECT_MIN_CHILDREN

_PER: Final = 10_000


@dataclass(frozen=True, slots=True)
class RareArea:
    """One area's children of a cohort on a day."""

    children: Figure
    began: Figure
    """Those of them whose placement began in the twelve months to the day."""
    looked_after: Figure
    rate: Figure
    """For every 10,000 looked after."""
    expected: float | None = None
    """Where the children are hidden: the area's part of all by its children looked after; an estimate."""


@dataclass(frozen=True, slots=True)
class RareRow:
    """One cohort in all areas together; `ANY` counts every child once."""

    code: str
    children: Figure
    known: Figure
    """Children of whom it is known whether they belong to it; none for `ANY`."""
    rate: Figure
    las_shown: int
    """LAs with enough children of it to show."""
    is_told: bool


def may_count(reader: Reader, filters: Filters) -> bool:
    """Say whether a cohort, and where its children live, may be crossed with the filters that are on."""
    return may_cross(reader.rule, filters, ["cohort", "lives"])


def rare_areas(reader: Reader, asked: RareAsked) -> dict[str, RareArea]:
    """Give all areas together (`ALL_AREAS`), then each; one whose return is not loaded shows `[x]`."""
    counts = count_parts(reader, asked, "rare_areas", _own_parts)
    loaded = returned_on(reader, asked.day)
    las = [code for code in asked.filters.la_codes if code in loaded]
    found = {code: _area(counts, asked.cohort, code) for code in (ALL_AREAS, *las)}
    guessed = _expected(counts, asked.cohort, las)
    known = {code: replace(area, expected=guessed.get(code)) for code, area in found.items()}
    return {code: known.get(code, _none()) for code in (ALL_AREAS, *asked.filters.la_codes)}


def _own_parts(children: pd.DataFrame, asked: RareAsked) -> Parts:
    own = children[f"in_{asked.cohort}"]
    return everyone(children) | {asked.cohort: own, BEGAN: own & began(children, asked.day)}


def rare_rows(reader: Reader, asked: RareAsked) -> tuple[RareRow, ...]:
    """Give every cohort of the page and `ANY`, whatever cohort is asked for, all chosen areas together."""
    counts = count_parts(reader, replace(asked, cohort=ANY), "rare_rows", _every_need)
    return tuple(
        RareRow(
            code,
            counts.figure(ALL_AREAS, code),
            counts.figure(ALL_AREAS, f"known_{code}") if code != ANY else Figure(None),
            rate_of(counts, code, ALL_AREAS),
            sum(bool(counts.number(la, code)) for la in asked.filters.la_codes),
            is_told(reader, asked, code),
        )
        for code in (*cohorts_of(NEEDS_PAGE), ANY)
    )


def _every_need(children: pd.DataFrame, _asked: RareAsked) -> Parts:
    needs = cohorts_of(NEEDS_PAGE)
    parts = {code: children[f"in_{code}"] for code in (*needs, ANY)}
    return everyone(children) | parts | {f"known_{code}": children[f"known_{code}"] for code in needs}


def is_told(reader: Reader, asked: RareAsked, code: str) -> bool:
    """Say whether anything loaded tells of children of the cooperative, and not of a few, if they belong."""
    if code == ANY:
        return True
    whole = replace(asked, filters=Filters(rcc=asked.filters.rcc), cohort=ANY)
    return is_so(reader, whole.measured("rare_told"), code, lambda: code in asked.known(reader))


def _area(counts: Counts, cohort: str, code: str) -> RareArea:
    return RareArea(
        counts.figure(code, cohort),
        counts.figure(code, BEGAN),
        counts.figure(code, ALL),
        rate_of(counts, cohort, code),
    )


def _expected(counts: Counts, cohort: str, las: list[str]) -> dict[str, float]:
    """Give each hidden LA its part of all by its size, from shown numbers only; none if all or none are."""
    whole, numbers = counts.number(ALL_AREAS, cohort), [counts.number(code, cohort) for code in las]
    if whole is None or None not in numbers:
        return {}
    own = np.array([np.nan if number is None else number for number in numbers], dtype=float)
    sizes = np.array([counts.number(code, ALL) or PROTECT_MIN_CHILDREN for code in las], dtype=float)
    each = filled(own, float(whole), sizes, PROTECT_MIN_CHILDREN - 1.0)
    return {code: float(one) for code, one, number in zip(las, each, numbers, strict=True) if number is None}


def rate_of(counts: Counts, part: str, code: str) -> Figure:
    """Give a part of `ALL` for every 10,000 of them."""
    number, whole = counts.number(code, part), counts.number(code, ALL)
    if number is None or not whole:
        return Figure(None, counts.figure(code, part).mark, counts.day)
    return Figure(float(np.round(_PER * number / whole)), "", counts.day)


def _none() -> RareArea:
    nothing = Figure(None, NOT_RETURNED)
    return RareArea(nothing, nothing, nothing, nothing)
