"""How many children of a cohort has each LA at one time? From what may be shown, on average over some dates.

One truth for every page: always of the whole cooperative, whatever the filter, so that no choice of LAs or
of children changes a load. In the protected view loads are worked out from protected counts only; a hidden
one is the LA's part of the region's by its children looked after. A load is an estimate, never a count.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.models.shrunk import filled, shrunk
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts, counts_by
from rcc_dash.queries.rare_telling import Marked, marked_by, names_of, telling
from rcc_dash.queries.rare_told import children_told
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured, note_numbers
from rcc_dash.queries.released_cells import Question, counted
from rcc_dash.queries.tallies import tallied
from rcc_dash.settings import PROTECT_MIN_CHILDREN

Amounts = NDArray[np.float64]

_MOST_OF_AN_AREA: Final = PROTECT_MIN_CHILDREN - 1.0
MOST_HIDDEN: Final = 2 * (PROTECT_MIN_CHILDREN + 1)
"""A region's number is hidden up to 11, or where it is that of two LAs with up to 11 each."""
LAST_DATES: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class Loads:
    """Children of a cohort at one time, on average over `days`."""

    days: tuple[date, ...]
    by_la: Mapping[str, float]
    """Every member of the cooperative; 0 for one that does not tell."""
    telling: frozenset[str]
    """LAs of which it is known who belongs to the cohort."""
    looked_after: float
    """All children looked after by those, on average over the same days."""
    counted: Mapping[str, Figure]
    """Children on the latest day, by LA and together, protected."""
    guessed: frozenset[str]
    """LAs whose every count is hidden."""
    is_at_most: bool
    """The region's own number is hidden on every date: the loads add up to the most that it can be."""

    @property
    def total(self) -> float:
        """Give the load of the whole cooperative."""
        return sum(self.by_la.values())

    def of(self, la_codes: tuple[str, ...]) -> Amounts:
        """Give the loads of some LAs, in their order."""
        return np.array([self.by_la[code] for code in la_codes])


@lru_cache(maxsize=128)
def cohort_loads(
    reader: Reader, rcc: str, days: tuple[date, ...], cohort: str, thresholds: Thresholds
) -> Loads | None:
    """Give the loads of a cohort from the last of these days; None as `loads_of` has it.

    Only LAs of which any child's answer is known take part, and only days that are told by the same
    columns, of nearly as many children, as the last one is: a new source must not look like growth.
    """
    if not days:
        return None
    option = _option(cohort, thresholds)
    asked = Measured("loads_told", days[-1], Filters(rcc=rcc), option)
    marked = reader.looked_up_or_made(
        lambda pack: marked_by(pack.numbers(asked.key)),
        lambda: telling(reader, rcc, days[-LAST_DATES:], cohort, thresholds),
        lambda noting, made: note_numbers(noting, asked, names_of(made)),
    )
    return loads_of(reader, rcc, marked, option)


def load_question(day: date, cohort: str, thresholds: Thresholds) -> Question:
    """Name the cells that loads are worked out from, as a release knows them."""
    return Question("loads", (day,), _option(cohort, thresholds))


def _option(cohort: str, thresholds: Thresholds) -> str:
    return "/".join(map(str, (cohort, *thresholds.limits().values())))


def loads_of(reader: Reader, rcc: str, marked: Mapping[date, Marked], option: str = "") -> Loads | None:
    """Give the loads of a cohort from some dates; None where nothing is known of it on any.

    In exact figures also None where nobody is of it; in protected ones that is as hidden as a few are.

    `marked` has the dates, earliest first, of which it is known who belongs to the cohort; `option` is
    what a release knows the cohort by.
    """
    if not marked or (reader.rule.exact and not any(len(one.tallies) for one in marked.values())):
        return None
    las = cooperatives()[rcc].la_codes
    days = [_day(reader, rcc, Question("loads", (day,), option), found) for day, found in marked.items()]
    wholes = [day.whole for day in days]
    known = [whole for whole in wholes if whole is not None]
    instead = _MOST_OF_AN_AREA if known else float(MOST_HIDDEN)
    each = [
        filled(day.own, instead if day.whole is None else day.whole, day.sizes, _MOST_OF_AN_AREA)
        for day in days
    ]
    sizes = np.mean([day.sizes for day in days], axis=0)
    loads = shrunk(np.mean(each, axis=0), sizes, len(days))
    hidden: NDArray[np.bool_] = np.all(np.isnan([day.own for day in days]), axis=0)
    return Loads(
        days=tuple(marked),
        by_la={code: float(load) for code, load in zip(las, loads, strict=True)},
        telling=frozenset(code for code, size in zip(las, sizes, strict=True) if size > 0),
        looked_after=float(sizes.sum()),
        counted=days[-1].counted,
        guessed=frozenset(code for code, is_hidden in zip(las, hidden, strict=True) if is_hidden),
        is_at_most=not known,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Day:
    own: Amounts
    whole: float | None
    sizes: Amounts
    counted: Mapping[str, Figure]


def _day(reader: Reader, rcc: str, question: Question, marked: Marked) -> _Day:
    """Count the cohort and all children looked after by LA, protected."""
    las, returned = cooperatives()[rcc].la_codes, frozenset(marked.las)
    cohort = _counted(reader, rcc, question, marked.tallies)
    everyone = _looked_after(reader, rcc, question.days[0])
    whole = cohort.number(ALL_AREAS)
    shown = [cohort.number(code) if code in returned else 0 for code in las]
    sizes = [(everyone.number(code) or PROTECT_MIN_CHILDREN) if code in returned else 0 for code in las]
    return _Day(
        np.array([np.nan if number is None else number for number in shown], dtype=float),
        None if whole is None else float(whole),
        np.array(sizes, dtype=float),
        {code: cohort.figure(code) for code in (ALL_AREAS, *las)},
    )


@lru_cache(maxsize=16)
def _looked_after(reader: Reader, rcc: str, day: date) -> Counts:
    """Count all children looked after by LA, protected."""
    tallies = tallied(children_told(reader, rcc, day), ["la_code"])
    return _counted(reader, rcc, Question("looked_after", (day,)), tallies)


def _counted(reader: Reader, rcc: str, question: Question, tallies: pd.DataFrame) -> Counts:
    cells = counted(reader, question, tallies, Filters(rcc=rcc))
    return counts_by(reader.rule, question.days[0], cells, ["la_code"])
