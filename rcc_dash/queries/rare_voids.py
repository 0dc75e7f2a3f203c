"""Which places of a region could take children with a rare need, and how many are known to be empty?"""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from rcc_dash.domain.cohorts import Cohort
from rcc_dash.domain.disclosure import HIDDEN, LOW, NOT_RETURNED
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.voids import STILL_EMPTY_LEAST
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.suited import ALONE
from rcc_dash.queries.voids_cells import BedsAsked, beds_kept, told_cells, without_hidden
from rcc_dash.queries.voids_homes import Moment, open_to_children, void_homes
from rcc_dash.queries.voids_known import added_up, return_cells


@dataclass(frozen=True, slots=True)
class Suitable:
    """Homes of a cooperative of a kind and size that could take a cohort; other children use them too."""

    homes: int
    places: int
    empty: Figure
    """Places that vacancy returns say are empty and ready; hidden where too few homes returned."""


@dataclass(frozen=True, slots=True)
class _Sort:
    """Homes by their kinds and most places (None: any); `alone` where only wholly empty ones count."""

    kinds: tuple[str, ...]
    most: int | None
    alone: bool

    @property
    def code(self) -> str:
        """Spell it, as a release knows it."""
        return "/".join([*self.kinds, f"{self.most or 'any'}", f"{self.alone}"])


def suitable_places(reader: Reader, rcc: str, cohort: Cohort, when: Moment) -> Suitable | None:
    """Count the homes that could take a cohort; None where no kind of home on Ofsted's list serves it.

    Homes and empty places are those that the page Voids searches, returns told of long ago left out.
    Where each child needs a home alone, it is the wholly empty ones that count, each as one place.
    """
    alone = any(one.column == ALONE for way in cohort.ways for one in way)
    sort = _Sort(cohort.home_types, cohort.max_places, alone)
    return _suitable(reader, rcc, sort, when) if sort.kinds else None


@lru_cache(maxsize=32)
def _suitable(reader: Reader, rcc: str, sort: _Sort, when: Moment) -> Suitable:
    """Count the homes of a sort; several cohorts ask for the same ones."""
    asked = BedsAsked("suitable", Filters(rcc=rcc), when, sort.code)
    cells = beds_kept(reader, asked, lambda: _cells(reader, rcc, sort, when))
    sums = added_up(told_cells(cells))
    if sums.empty:
        return Suitable(0, 0, Figure(None, NOT_RETURNED, when.day))
    row = sums.iloc[0]
    return Suitable(int(row["homes"]), int(row["places"]), _empty(reader, row, when))


def _cells(reader: Reader, rcc: str, sort: _Sort, when: Moment) -> pd.DataFrame:
    homes = open_to_children(void_homes(reader, when))
    kept = homes["la_code"].isin(cooperatives()[rcc].la_codes) & homes["provision_type"].isin(sort.kinds)
    found = homes[kept & homes["places"].le(sort.most)] if sort.most else homes[kept]
    fresh = found["void"].where(found["still"] >= STILL_EMPTY_LEAST, 0)
    free = (fresh >= found["places"]).astype(int) if sort.alone else fresh
    return without_hidden(return_cells(reader.rule, found.assign(void=free, group="")))


def _empty(reader: Reader, row: pd.Series, when: Moment) -> Figure:
    if not row["told_homes"]:
        return Figure(None, NOT_RETURNED, when.day)
    if not row["is_shown"]:
        return Figure(None, HIDDEN, when.day)
    number = float(row["void"])
    return Figure(number, "", when.day) if number or reader.rule.exact else Figure(None, LOW, when.day)
