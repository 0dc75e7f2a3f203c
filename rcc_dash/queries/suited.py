"""How do the rules of suitability see the children and homes of an answer? One view for every page."""

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from rcc_dash.domain.distance import dfe_miles
from rcc_dash.domain.suitability import ISLANDS, SECURE_CODE, Homes, Kind, rules
from rcc_dash.queries.tallies import grouped

_NO_AGE: Final = -1
CHILD_LED: Final = "child_led"
"""The reason for a distance that was chosen for the child: nothing nearer is looked for."""
ALONE: Final = "solo"
"""The need that fills a home."""


@cache
def placements_covered() -> frozenset[str]:
    """Give the placements that the rules speak of; other children are not matched."""
    return frozenset(rule.placement for rule in rules())


def is_asked_about(children: pd.DataFrame) -> pd.Series:
    """Say for which children a home nearer by is looked for.

    The rules cover them, their origin is known, and the distance was not chosen for them.
    Columns read: placement, origin_east, and where it is known reason.
    """
    asked = children["placement"].isin(placements_covered()) & children["origin_east"].notna()
    return asked & children["reason"].ne(CHILD_LED) if "reason" in children else asked


def kinds_among(children: pd.DataFrame, *, is_strict: bool = False) -> tuple[list[Kind], NDArray[np.int64]]:
    """Give the different kinds among children (what decides which homes suit), and which each child is of.

    A child of unknown age has an age that no rule takes. A need that no file tells is not there,
    or in a strict answer is.
    Columns read: placement, place_code, age_years, origin_la, and where they are known dols and solo.
    """
    placement = children["placement"].mask(children["place_code"].eq(SECURE_CODE), "secure")
    ages = children["age_years"].fillna(_NO_AGE).astype(int)
    need = pd.Series("", children.index)
    for code in ("dols", ALONE):
        told = children[code] if code in children else pd.Series("unknown", children.index)
        need = need.mask(told.eq("yes") | (told.ne("no") & is_strict), code)
    parts = {"placement": placement, "age": ages, "need": need, "island": children["origin_la"].isin(ISLANDS)}
    groups = grouped(pd.DataFrame(parts), [*parts])
    each = (groups.rows[part].tolist() for part in parts)
    return [Kind(*values) for values in zip(*each, strict=True)], groups.number


def miles_between(children: pd.DataFrame, homes: pd.DataFrame) -> NDArray[np.float64]:
    """Give straight-line miles from each child's origin (rows) to each home (columns).

    NaN where either is not known. Columns read: origin_east, origin_north; east, north.
    """
    return dfe_miles(
        *(children[[column]].to_numpy(float) for column in ("origin_east", "origin_north")),
        *(homes[column].to_numpy(float) for column in ("east", "north")),
    )


def must_be_alone(kinds: Sequence[Kind]) -> NDArray[np.bool_]:
    """Say which kinds of children need a home to themselves: only one that is wholly empty has room."""
    return np.array([kind.need == ALONE for kind in kinds], dtype=bool)


def room_for(alone: NDArray[np.bool_], free: pd.Series, places: pd.Series) -> NDArray[np.bool_]:
    """Say in which homes (columns) with `free` places there is room for whom: alone only where all are."""
    some, whole = free.to_numpy() > 0, free.to_numpy() == places.to_numpy()
    found: NDArray[np.bool_] = np.where(alone[:, None], (some & whole)[None, :], some[None, :])
    return found


def homes_seen(homes: pd.DataFrame) -> Homes:
    """Give homes as the rules see them. Columns read: la_code, provision_type, places."""
    island = homes["la_code"].isin(ISLANDS).to_numpy()
    return Homes(homes["provision_type"].to_numpy(str), homes["places"].to_numpy(float), island)
