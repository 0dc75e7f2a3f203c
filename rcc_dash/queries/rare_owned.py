"""Whose homes do the children of rare needs live in? Never leaves this room."""

from datetime import date
from functools import lru_cache

import pandas as pd

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.rare_children import rare_children
from rcc_dash.queries.rare_counts import RareAsked
from rcc_dash.queries.reader import Reader


def owned(reader: Reader, asked: RareAsked) -> pd.DataFrame:
    """Give all children that the filter means, with `provider`: the home's owner, else the home, or null."""
    return _owned(reader, asked.filters, asked.day, asked.thresholds)


@lru_cache(maxsize=8)
def _owned(reader: Reader, filters: Filters, day: date, thresholds: Thresholds) -> pd.DataFrame:
    """Give them once for the costs of every need; never changed by a caller."""
    children = rare_children(reader, filters, (day,), thresholds)
    if children.empty:
        return children.assign(provider=pd.Series(dtype=object))
    owners = reader.ask("home_owners", day=day.isoformat())
    named = dict(zip(owners["urn"], owners["owner_name"], strict=True))
    providers = [named.get(urn, urn) if isinstance(urn, str) else None for urn in children["home_urn"]]
    return children.assign(provider=pd.Series(providers, children.index, dtype=object))
