"""Which children does a filter mean, and how does their distance count? Never leaves this room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.distance_base import KNOWN
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import Mask

AROUND: Final = ("far_sure", "far_maybe", "far_likely")
_WHO: Final = ("la_code", "record_key")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a part of the page is about: the filter, the day, and the base.

    Base "all", or "known": only those whose distance applies and is known.
    """

    filters: Filters
    day: date
    base: str = "all"


def distance_children(reader: Reader, asked: Asked, columns: Sequence[str]) -> pd.DataFrame:
    """Give the children who are meant, one row each: LA, key, what is filtered by, and these columns.

    Columns are those of `children_on`. Only what is asked for: copying all that is known of many
    children takes longer than counting them.
    """
    return _kept(reader, asked.day, _whom(asked.filters, asked.base), columns)


def everywhere(reader: Reader, filters: Filters, day: date, columns: Sequence[str]) -> pd.DataFrame:
    """Give the same of every LA whose return is loaded, whatever areas are chosen."""
    return _kept(reader, day, filters.attributes, columns)


def of_filter(children: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Keep the children that the filter means, of its areas."""
    meant = is_meant(children, filters)
    return children if meant.all() else children[meant]


def is_meant(children: pd.DataFrame, filters: Filters) -> Mask:
    """Say who of some children the filter means, of its areas."""
    return _is_in(children, _whom(filters))


def _whom(filters: Filters, base: str = "all") -> dict[str, tuple[str, ...]]:
    known = {"standing": (KNOWN.code,)} if base == KNOWN.code else {}
    return {"la_code": filters.la_codes, **filters.attributes, **known}


def _is_in(children: pd.DataFrame, kept: Mapping[str, Sequence[str]]) -> Mask:
    """Say who of some children has one of these values in each of these columns; by none, all have."""
    each = [children[column].isin(values).to_numpy(bool) for column, values in kept.items()]
    found: Mask = np.logical_and.reduce([np.ones(len(children), bool), *each])
    return found


def _kept(
    reader: Reader, day: date, kept: Mapping[str, Sequence[str]], columns: Sequence[str]
) -> pd.DataFrame:
    whole = children_on(reader, day, (*_WHO, *kept, *columns))
    return whole[_is_in(whole, kept)]
