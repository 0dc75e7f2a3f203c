"""Which children does a filter mean, and how does their distance count? Never leaves this room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.distance_base import KNOWN
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import Mask

AROUND: Final = ("far_sure", "far_maybe", "far_likely")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a part of the page is about: the filter, the day, and the base (`all`, or `known` only)."""

    filters: Filters
    day: date
    base: str = "all"


@lru_cache(maxsize=8)
def distance_children(
    reader: Reader, filters: Filters, days: tuple[date, ...], base: str = "all"
) -> pd.DataFrame:
    """Give the children that the filter means, one row per child and date, never changed by a caller.

    Columns: those of `distance_children.sql` that are not only read; origin_east, origin_north and origin_la
    (of the sector of home; null if unknown), `standing` and `band` (codes), yes-or-no columns for
    each share (`measures.DISTANCE_MEASURES`; unknown is no) with `far_sure`, `far_maybe`, `far_likely`
    and the same of `far_outside` around what postcode sectors leave open (as many are likely far as
    their chances add up to), the groups of `domain.splits`, and where the build has them `reason` and
    `reason_label`. `base` "known" keeps only those whose distance applies and is known.
    """
    return of_filter(_of_days(reader, days), filters, base)


def to_count(reader: Reader, filters: Filters, asked: tuple[date, str], by: Sequence[str]) -> pd.DataFrame:
    """Give of the same children on a day, in a base, what counting them by some columns needs."""
    day, base = asked
    found = children_on(reader, day)
    return found[[*dict.fromkeys(("record_key", *by))]][is_meant(found, filters, base)]


def of_filter(children: pd.DataFrame, filters: Filters, base: str = "all") -> pd.DataFrame:
    """Keep the children that the filter means, of its areas; `base` as above."""
    meant = is_meant(children, filters, base)
    return children if meant.all() else children[meant]


def is_meant(children: pd.DataFrame, filters: Filters, base: str = "all") -> Mask:
    """Say who of some children the filter means, of its areas; `base` as above."""
    kept = {"la_code": filters.la_codes, **filters.attributes}
    if base == KNOWN.code:
        kept["standing"] = (KNOWN.code,)
    each = [children[column].isin(values).to_numpy(bool) for column, values in kept.items()]
    meant: Mask = np.logical_and.reduce(each)
    return meant


def everywhere(reader: Reader, filters: Filters, days: tuple[date, ...]) -> pd.DataFrame:
    """Give the children that the filter means, of every LA whose return is loaded; columns as above."""
    children = _of_days(reader, days)
    for attribute, values in filters.attributes.items():
        children = children[children[attribute].isin(values)]
    return children


def _of_days(reader: Reader, days: tuple[date, ...]) -> pd.DataFrame:
    found = [children_on(reader, day) for day in days]
    return pd.concat(found) if len(found) != 1 else found[0]
