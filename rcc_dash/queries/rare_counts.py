"""How many children have a rare need, in each area and in each cohort? Every number is protected."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.cohorts import NEEDS_PAGE, Thresholds, cohorts, cohorts_of
from rcc_dash.domain.disclosure import NOT_RETURNED
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.models.shrunk import filled
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts, Key, counts_by
from rcc_dash.queries.lattice import cell_columns, is_anybody, may_cross, tallied
from rcc_dash.queries.nearly_all import nearly_all
from rcc_dash.queries.rare_children import ANY, rare_children
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured, is_so
from rcc_dash.queries.released_cells import Question, counted
from rcc_dash.queries.returned import returned_on
from rcc_dash.settings import PROTECT_MIN_CHILDREN

ALL, BEGAN = "all", "began"
Parts = Mapping[str, pd.DataFrame]
_YEAR_DAYS: Final = 365
_PLAIN: Final = 2  # parts of the key of a count by area and part, and by nothing else
_PER: Final = 10_000


@dataclass(frozen=True, slots=True)
class RareAsked:
    """What a part is about: the filter, the day, a cohort's code (or `ANY`), and the thresholds."""

    filters: Filters
    day: date
    cohort: str
    thresholds: Thresholds

    def question(self, name: str) -> Question:
        """Name the cells of a question, the cohort and the thresholds, as a release knows them."""
        return Question(
            name, (self.day,), " ".join(map(str, (self.cohort, *self.thresholds.limits().values())))
        )

    def measured(self, name: str) -> Measured:
        """Give what a figure of the question is of."""
        return Measured(name, self.day, self.filters, self.question(name).option)


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


def count_parts(
    reader: Reader, asked: RareAsked, question: str, parts: Parts, also: tuple[str, ...] = ()
) -> Counts:
    """Count children by area and part, every one a cell of its own; `also` are columns to part them by.

    `question` is what a release knows them by. A need that nearly all of `ALL` have is not told, nor an
    area where nearly all are as the filter says: either would tell it of everybody.
    """
    by = list(dict.fromkeys([*cell_columns(asked.filters), *also]))
    rows = [children[[*by, "record_key"]].assign(part=part) for part, children in parts.items()]
    tallies = tallied(pd.concat(rows, ignore_index=True), [*by, "part"])
    cells = counted(reader, asked.question(question), tallies, asked.filters, [*also, "part"])
    counts = counts_by(reader.rule, asked.day, cells, ["la_code", *also, "part"])
    high = nearly_all(reader, asked.filters, asked.day)
    kept = {
        key: None if key[0] in high or _is_nearly_all(counts, key) else n for key, n in counts.numbers.items()
    }
    return replace(counts, numbers=kept)


def _is_nearly_all(counts: Counts, key: Key) -> bool:
    area, part = key[0], key[-1]
    is_need = len(key) == _PLAIN and (part == ANY or part in cohorts())
    return (
        is_need
        and (area, ALL) in counts.numbers
        and counts.rule.is_nearly_all(counts.numbers[key], counts.numbers[area, ALL])
    )


def rare_areas(reader: Reader, asked: RareAsked) -> dict[str, RareArea]:
    """Give all areas together (`ALL_AREAS`), then each; one whose return is not loaded shows `[x]`."""
    everyone = rare_children(reader, asked.filters, (asked.day,), asked.thresholds)
    own = everyone[everyone[f"in_{asked.cohort}"]]
    parts = {ALL: everyone, asked.cohort: own, BEGAN: began(own, asked.day)}
    counts = count_parts(reader, asked, "rare_areas", parts)
    loaded = returned_on(reader, asked.day)
    las = [code for code in asked.filters.la_codes if code in loaded]
    found = {code: _area(counts, asked.cohort, code) for code in (ALL_AREAS, *las)}
    guessed = _expected(counts, asked.cohort, las)
    known = {code: replace(area, expected=guessed.get(code)) for code, area in found.items()}
    return {code: known.get(code, _none()) for code in (ALL_AREAS, *asked.filters.la_codes)}


def began(children: pd.DataFrame, day: date) -> pd.DataFrame:
    """Keep the children whose placement began in the twelve months to the day."""
    since = pd.Timestamp(day) - pd.Timedelta(days=_YEAR_DAYS)
    return children[pd.to_datetime(children["placed_on"]) > since]


def rare_rows(reader: Reader, asked: RareAsked) -> tuple[RareRow, ...]:
    """Give every cohort of the page and `ANY`, whatever cohort is asked for, all chosen areas together."""
    everyone = rare_children(reader, asked.filters, (asked.day,), asked.thresholds)
    codes = (*cohorts_of(NEEDS_PAGE), ANY)
    parts = {code: everyone[everyone[f"in_{code}"]] for code in codes}
    known = {f"known_{code}": everyone[everyone[f"known_{code}"]] for code in codes if code != ANY}
    counts = count_parts(reader, replace(asked, cohort=ANY), "rare_rows", {ALL: everyone, **parts, **known})
    return tuple(
        RareRow(
            code,
            counts.figure(ALL_AREAS, code),
            counts.figure(ALL_AREAS, f"known_{code}") if code != ANY else Figure(None),
            rate_of(counts, code, ALL_AREAS),
            sum(bool(counts.number(la, code)) for la in asked.filters.la_codes),
            is_told(reader, asked, code),
        )
        for code in codes
    )


def is_told(reader: Reader, asked: RareAsked, code: str) -> bool:
    """Say whether anything loaded tells of children of the cooperative, and not of a few, if they belong."""
    if code == ANY:
        return True
    whole = replace(asked, filters=Filters(rcc=asked.filters.rcc), cohort=ANY)
    return is_so(reader, whole.measured("rare_told"), code, lambda: _is_told(reader, whole, code))


def _is_told(reader: Reader, whole: RareAsked, code: str) -> bool:
    everyone = rare_children(reader, whole.filters, (whole.day,), whole.thresholds)
    return is_anybody(reader.rule, everyone[everyone[f"known_{code}"]])


def _area(counts: Counts, cohort: str, code: str) -> RareArea:
    return RareArea(
        counts.figure(code, cohort),
        counts.figure(code, BEGAN),
        counts.figure(code, ALL),
        rate_of(counts, cohort, code),
    )


def _expected(counts: Counts, cohort: str, las: list[str]) -> dict[str, float]:
    """Give each hidden LA its part of all by its size, from shown numbers only; none where all are hidden."""
    whole, numbers = counts.number(ALL_AREAS, cohort), [counts.number(code, cohort) for code in las]
    if whole is None:
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
