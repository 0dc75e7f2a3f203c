"""Whose homes do the children of rare needs live in, and whose cost is known? Never leaves this room."""

from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

import pandas as pd

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.lattice import cell_columns, is_anybody
from rcc_dash.queries.rare_children import rare_children
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import is_so


def owned(reader: Reader, asked: RareAsked) -> pd.DataFrame:
    """Give all children that the filter means, with `provider`: the home's owner, else the home, or null."""
    return _owned(reader, asked.filters, asked.day, asked.thresholds)


def owned_with_cost(reader: Reader, asked: RareAsked) -> pd.DataFrame:
    """Give of those who are of the cohort, and whose cost is known, what a mean of their costs needs."""
    whole = owned(reader, replace(asked, filters=Filters(rcc=asked.filters.rcc)))
    own = whole[f"in_{asked.cohort}"] & whole["weekly_cost_gbp"].notna()
    columns = ("record_key", "weekly_cost_gbp", "provider", *cell_columns(asked.filters))
    return of_filter(whole[[*columns]][own], asked.filters)


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


def is_costed(reader: Reader, asked: RareAsked, name: str) -> bool:
    """Say whether costs are known of children of the cooperative, whatever the filter, and not of a few."""
    whole = replace(asked, filters=Filters(rcc=asked.filters.rcc))

    return is_so(reader, whole.measured("rare_costed"), name, partial(_is_known, reader, whole))


@lru_cache(maxsize=32)
def _is_known(reader: Reader, whole: RareAsked) -> bool:
    children = rare_children(reader, whole.filters, (whole.day,), whole.thresholds)
    return is_anybody(reader.rule, children[children["weekly_cost_gbp"].notna()])
