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
    """Give the children who are meant, one row each: their LA, key, and these columns of `children_on`.

    Only what is asked for: copying all that is known of many children takes longer than counting them.
    """
    meant = is_meant(children_on(reader, asked.day), asked.filters, asked.base)
    return _of_all(reader, asked.day, columns)[meant]


def of_filter(children: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Keep the children that the filter means, of its areas."""
    meant = is_meant(children, filters)
    return children if meant.all() else children[meant]


def is_meant(children: pd.DataFrame, filters: Filters, base: str = "all") -> Mask:
    """Say who of some children the filter means, of its areas, in a base (see `Asked`)."""
    kept = {"la_code": filters.la_codes, **filters.attributes}
    if base == KNOWN.code:
        kept["standing"] = (KNOWN.code,)
    return _is_in(children, kept)


def _is_in(children: pd.DataFrame, kept: Mapping[str, Sequence[str]]) -> Mask:
    """Say who of some children has one of these values in each of these columns; by none, all have."""
    each = [children[column].isin(values).to_numpy(bool) for column, values in kept.items()]
    found: Mask = np.logical_and.reduce([np.ones(len(children), bool), *each])
    return found


def everywhere(reader: Reader, filters: Filters, day: date, columns: Sequence[str]) -> pd.DataFrame:
    """Give the same of every LA whose return is loaded, whatever areas are chosen."""
    return _of_all(reader, day, columns)[_is_in(children_on(reader, day), filters.attributes)]


def _of_all(reader: Reader, day: date, columns: Sequence[str]) -> pd.DataFrame:
    return children_on(reader, day)[[*dict.fromkeys((*_WHO, *columns))]]
