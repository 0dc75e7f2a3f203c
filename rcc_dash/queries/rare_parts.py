"""How many children of a cohort are in each part that the page tells of? Every number is protected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.cohorts import Thresholds, cohorts
from rcc_dash.domain.distance import FAR_BANDS
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.counts import Counts, Key
from rcc_dash.queries.distance_children import is_meant
from rcc_dash.queries.every_cell import counts_of
from rcc_dash.queries.lattice import cell_columns
from rcc_dash.queries.nearly_all import nearly_all
from rcc_dash.queries.rare_children import ANY, known_at_all, rare_children
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured
from rcc_dash.queries.released_cells import Question
from rcc_dash.queries.tallies import Part, Parts, tallied_parts

ALL, BEGAN = "all", "began"
_YEAR_DAYS: Final = 365
_PLAIN: Final = 2
"""Parts of the key of a count by area and part, and by nothing else."""


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

    def known(self, reader: Reader) -> frozenset[str]:
        """Name what is known of children of the whole cooperative, whatever the filter."""
        return known_at_all(reader, self.filters.rcc, self.day, self.thresholds)


Parting = Callable[[pd.DataFrame, RareAsked], Parts]


@dataclass(frozen=True, slots=True)
class _Counting:
    """Parts of the children of a day by a cohort and thresholds, whatever the filter."""

    name: str
    asked: RareAsked
    parting: Parting
    also: tuple[str, ...]

    @property
    def question(self) -> Question:
        return self.asked.question(self.name)

    @property
    def by(self) -> tuple[str, ...]:
        return (*self.also, "part")

    def tallies(self, reader: Reader, filters: Filters) -> pd.DataFrame:
        whole = Filters(rcc=filters.rcc)  # kept already, with its eighty columns
        children = rare_children(reader, whole, (self.asked.day,), self.asked.thresholds)
        meant = is_meant(children, filters)
        parts = {part: np.asarray(own) & meant for part, own in self.parting(children, self.asked).items()}
        return tallied_parts(children, [*dict.fromkeys((*cell_columns(filters), *self.also))], parts)


def count_parts(
    reader: Reader, asked: RareAsked, question: str, parting: Parting, also: tuple[str, ...] = ()
) -> Counts:
    """Count children by area and part, every one a cell of its own; `also` are columns to part them by.

    `question` is what a release knows them by. A need that nearly all of `ALL` have is not told, nor an
    area where nearly all are as the filter says: either would tell it of everybody.
    """
    counting = _Counting(question, replace(asked, filters=Filters()), parting, also)
    counts = counts_of(reader, counting, asked.filters)
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


def everyone(children: pd.DataFrame) -> dict[str, Part]:
    """Put all children into the part `ALL`."""
    return {ALL: np.ones(len(children), bool)}


def began(children: pd.DataFrame, day: date) -> "pd.Series[bool]":
    """Say whose placement began in the twelve months to the day."""
    since = pd.Timestamp(day) - pd.Timedelta(days=_YEAR_DAYS)
    is_so: pd.Series[bool] = pd.to_datetime(children["placed_on"]) > since
    return is_so


def halves(children: pd.DataFrame, groups: Parts) -> Parts:
    """Part each group by what shares are of; both halves are cells of their own."""
    beyond, far = children["out_region"], children["band"].isin(list(FAR_BANDS))
    found: dict[str, Part] = {}
    for code, own in groups.items():
        found |= {f"{code} beyond": own & beyond, f"{code} not beyond": own & ~beyond}
        found |= {f"{code} far": own & far, f"{code} not far": own & ~far}
    return found
