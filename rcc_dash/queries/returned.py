"""Which LAs' returns answer for a day? Of the others nothing is known, which is not none."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from rcc_dash.domain.disclosure import NOT_RETURNED
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.reader import Reader

Figures = Mapping[str, Mapping[str, Figure]]
"""Figures by area (`ALL_AREAS` together) and part."""


@lru_cache(maxsize=32)
def returned_on(reader: Reader, day: date) -> frozenset[str]:
    """Give the LAs whose children's return answers for the day."""
    rows = reader.ask("returns_by_la")
    return frozenset(rows.loc[rows["as_of"].dt.date.eq(day), "la_code"])


def as_returned(reader: Reader, day: date, figures: Figures) -> Figures:
    """Mark what is of an LA without a return as not returned, instead of as none."""
    known = returned_on(reader, day) | {ALL_AREAS}
    nothing = Figure(None, NOT_RETURNED, day)
    return {
        code: parts if code in known else dict.fromkeys(parts, nothing) for code, parts in figures.items()
    }
