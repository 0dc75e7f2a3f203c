"""How do the rules of suitability see the children and homes of an answer? One view for every page."""

from functools import cache
from typing import Final

import pandas as pd

from rcc_dash.domain.suitability import ISLANDS, SECURE_CODE, Homes, Kind, rules

_NO_AGE: Final = -1


@cache
def placements_covered() -> frozenset[str]:
    """Give the placements that the rules speak of; other children are not matched."""
    return frozenset(rule.placement for rule in rules())


def kinds_of(children: pd.DataFrame) -> list[Kind]:
    """Give each child's kind: what decides which homes suit.

    A child of unknown age has an age that no rule takes.
    Columns read: placement, place_code, age_years, origin_la, and where they are known dols and solo.
    """
    placement = children["placement"].mask(children["place_code"].eq(SECURE_CODE), "secure")
    ages = children["age_years"].fillna(_NO_AGE).astype(int)
    need = pd.Series("", children.index)
    for code in ("dols", "solo"):
        if code in children:
            need = need.mask(children[code].eq("yes"), code)
    island = children["origin_la"].isin(ISLANDS)
    return [Kind(*values) for values in zip(placement, ages, need, island, strict=True)]


def homes_seen(homes: pd.DataFrame) -> Homes:
    """Give homes as the rules see them. Columns read: la_code, provision_type, places."""
    island = homes["la_code"].isin(ISLANDS).to_numpy()
    return Homes(homes["provision_type"].to_numpy(str), homes["places"].to_numpy(float), island)
