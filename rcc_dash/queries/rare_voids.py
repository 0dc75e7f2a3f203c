"""Which places of a region could take children with a rare need, and how many are known to be empty?"""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from rcc_dash.domain.cohorts import Cohort
from rcc_dash.domain.disclosure import HIDDEN, LOW, NOT_RETURNED
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.voids import STILL_EMPTY_LEAST
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.suited import ALONE
from rcc_dash.queries.voids_homes import Moment, open_to_children, void_homes
from rcc_dash.queries.voids_known import shown_returns


@dataclass(frozen=True, slots=True)
class Suitable:
    """Homes of a cooperative of a kind and size that could take a cohort; other children use them too."""

    homes: int
    places: int
    empty: Figure
    """Places that vacancy returns say are empty and ready; hidden where too few homes returned."""


def suitable_places(reader: Reader, rcc: str, cohort: Cohort, when: Moment) -> Suitable | None:
    """Count the homes that could take a cohort; None where no kind of home on Ofsted's list serves it.

    Homes and empty places are those that the page Voids searches, returns told of long ago left out.
    Where each child needs a home alone, it is the wholly empty ones that count, each as one place.
    """
    kinds, alone = cohort.home_types, any(one.column == ALONE for way in cohort.ways for one in way)
    return _suitable(reader, rcc, (kinds, cohort.max_places, alone), when) if kinds else None


@lru_cache(maxsize=32)
def _suitable(
    reader: Reader, rcc: str, kind: tuple[tuple[str, ...], int | None, bool], when: Moment
) -> Suitable:
    """Count the homes of these kinds and size; several cohorts ask for the same ones."""
    kinds, most, alone = kind
    homes = open_to_children(void_homes(reader, when))
    kept = homes["la_code"].isin(cooperatives()[rcc].la_codes) & homes["provision_type"].isin(kinds)
    found = homes[kept & homes["places"].le(most)] if most else homes[kept]
    fresh = found["void"].where(found["still"] >= STILL_EMPTY_LEAST, 0)
    free = (fresh >= found["places"]).astype(int) if alone else fresh
    return Suitable(len(found), int(found["places"].sum()), _empty(reader, found.assign(void=free), when))


def _empty(reader: Reader, homes: pd.DataFrame, when: Moment) -> Figure:
    sums = shown_returns(reader.rule, homes.assign(group=""))
    if sums.empty or not sums["told_homes"].iloc[0]:
        return Figure(None, NOT_RETURNED, when.day)
    if not sums["is_shown"].iloc[0]:
        return Figure(None, HIDDEN, when.day)
    number = float(sums["void"].iloc[0])
    return Figure(number, "", when.day) if number or reader.rule.exact else Figure(None, LOW, when.day)
