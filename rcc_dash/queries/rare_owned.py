"""Whose homes do the children of rare needs live in, and whose cost is known? Never leaves this room."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.by_value import by_value
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.lattice import cell_columns
from rcc_dash.queries.rare_children import COST, rare_children
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import is_so

COSTED: Final = ("la_code", "record_key", "weekly_cost_gbp", "provider")
"""What figures of costs are worked out from."""


def owned(reader: Reader, asked: RareAsked) -> pd.DataFrame:
    """Give all children that the filter means, with `provider`: the home's owner, else the home, or null."""
    return _owned(reader, asked.filters, asked.day, asked.thresholds)


def owned_with_cost(reader: Reader, asked: RareAsked) -> pd.DataFrame:
    """Give of those who are of the cohort, and whose cost is known, what a mean of their costs needs."""
    whole = owned(reader, replace(asked, filters=Filters(rcc=asked.filters.rcc)))
    own = whole[f"in_{asked.cohort}"] & whole["weekly_cost_gbp"].notna()
    columns = dict.fromkeys((*COSTED, *cell_columns(asked.filters)))
    return of_filter(whole[[*columns]][own], asked.filters)


@lru_cache(maxsize=8)
def _owned(reader: Reader, filters: Filters, day: date, thresholds: Thresholds) -> pd.DataFrame:
    """Give them once for the costs of every need; never changed by a caller."""
    children = rare_children(reader, filters, (day,), thresholds)
    if children.empty:  # so they are in a release, which does not know owners either
        return children.assign(provider=pd.Series(dtype=object))
    owners = reader.ask("home_owners", day=day.isoformat())
    named = dict(zip(owners["urn"], owners["owner_name"], strict=True))
    return children.assign(provider=by_value(children["home_urn"], lambda urn: named.get(urn, urn), None))


def is_costed(reader: Reader, asked: RareAsked, name: str) -> bool:
    """Say whether costs are known of children of the cooperative, whatever the filter, and not of a few."""
    whole = replace(asked, filters=Filters(rcc=asked.filters.rcc))
    return is_so(reader, whole.measured("rare_costed"), name, lambda: COST in asked.known(reader))
