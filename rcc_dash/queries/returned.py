"""Which LAs' returns answer for a day? Of the others nothing is known, which is not none."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import pandas as pd

from rcc_dash.domain.disclosure import NOT_RETURNED
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.reader import Reader

Figures = Mapping[str, Mapping[str, Figure]]
"""Figures by area (`ALL_AREAS` together) and part."""


def returned_on(reader: Reader, day: date) -> frozenset[str]:
    """Give the LAs whose children's return answers for the day."""
    return _by_day(reader).get(pd.Timestamp(day), frozenset())


@lru_cache(maxsize=4)
def _by_day(reader: Reader) -> Mapping[pd.Timestamp, frozenset[str]]:
    rows = reader.ask("returns_by_la")
    return {pd.Timestamp(str(day)): frozenset(las) for day, las in rows.groupby("as_of")["la_code"]}


def as_returned(reader: Reader, day: date, figures: Figures) -> Figures:
    """Mark what is of an LA without a return as not returned, instead of as none."""
    known = returned_on(reader, day) | {ALL_AREAS}
    nothing = Figure(None, NOT_RETURNED, day)
    return {
        code: parts if code in known else dict.fromkeys(parts, nothing) for code, parts in figures.items()
    }
