"""What can a registered place be, why can it not be used, and by what are homes compared?"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from rcc_dash.domain.dimensions import home_sectors, home_types
from rcc_dash.domain.measures import measures

REASONS: Final[Mapping[str, str]] = MappingProxyType({
    "matching": "Held empty for matching",
    "staffing": "Closed for want of staff",
    "solo": "Closed for another child's solo use",
    "repair": "Closed for repair",
    "reserved": "Promised to a child",
})  # fmt: skip
"""Why a place is blocked, as the vacancy return has it, and in its order."""

MAIN: Final = "childrens_home"
SHORT_BREAKS, SUSPENDED = "short_breaks", "suspended"
KINDS: Final[Mapping[str, str]] = MappingProxyType({
    MAIN: "Children's homes",
    **{value.code: value.label for value in home_types() if value.code != MAIN},
    SHORT_BREAKS: "Short breaks only",
    SUSPENDED: "Not active on the date",
})  # fmt: skip
"""Kinds of homes; only the first is in totals, the others are reported apart (design/methods.md 2.1)."""

NOT_STATED: Final = "unknown"
OTHERS: Final = "others"
LARGEST_OWNERS: Final = 10
_JUDGEMENTS: Final = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement",
    "inadequate": "Inadequate",
    NOT_STATED: "Not judged yet",
}
_SIZES: Final = {
    "1to2": "1 or 2 places",
    "3to4": "3 or 4 places",
    "5to6": "5 or 6 places",
    "over6": "7 places or more",
}
_SIZE_EDGES: Final = (3, 5, 7)
_AGES: Final = {
    "under1": "Registered under a year ago",
    "1to2": "1 or 2 years ago",
    "3to5": "3 to 5 years ago",
    "6to9": "6 to 9 years ago",
    "over9": "10 years ago or more",
    NOT_STATED: "Date not stated",
}
_AGE_EDGES: Final = (365.25, 3 * 365.25, 6 * 365.25, 10 * 365.25)
_SECTORS: Final = {value.code: value.label for value in home_sectors()} | {NOT_STATED: "Not stated"}
OWN, INDEPENDENT = "own", "independent"
RUN_BY: Final = {OWN: "Local authorities' own homes", INDEPENDENT: "Homes run by others"}
"""Whose homes have which price: an LA's own cost is a budget, another's a fee."""
VALUES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({
    "kind": KINDS,
    "sector": _SECTORS,
    "size": _SIZES,
    "judgement": _JUDGEMENTS,
    "age": _AGES,
    "run_by": RUN_BY,
})  # fmt: skip
"""Values of each comparison in their order, with their words; LAs and owners are named by the data."""


def kind_of(homes: pd.DataFrame) -> NDArray[np.str_]:
    """Say of which kind each home is, from provision_type, short_break_only and is_suspended."""
    short, shut = (_yes(homes[column]) for column in ("short_break_only", "is_suspended"))
    return np.select([shut, short], [SUSPENDED, SHORT_BREAKS], homes["provision_type"].to_numpy(str))


def _yes(said: pd.Series) -> NDArray[np.bool_]:
    """Say where it is true; null is not."""
    return np.array([value is not pd.NA and value is not None and bool(value) for value in said], dtype=bool)


def run_by_of(sectors: pd.Series) -> pd.Series:
    """Say of homes' sectors which are LAs' own homes and which others."""
    return sectors.map({"la": OWN}).fillna(INDEPENDENT)


def size_of(places: ArrayLike) -> NDArray[np.str_]:
    """Put homes into bands of registered places."""
    return np.array([*_SIZES])[np.searchsorted(_SIZE_EDGES, np.asarray(places, float), side="right")]


def age_of(days: ArrayLike) -> NDArray[np.str_]:
    """Put homes into bands of the time since they were registered; NaN is not stated."""
    known = np.asarray(days, float)
    named = np.array([*_AGES])[np.searchsorted(_AGE_EDGES, np.nan_to_num(known), side="right")]
    return np.where(np.isnan(known), NOT_STATED, named)


def owner_of(owners: pd.Series, places: pd.Series) -> pd.Series:
    """Name the owners with most places, and put the rest together; a home without one is not stated."""
    sizes = places.groupby(owners).sum().sort_values(ascending=False, kind="stable")
    largest = set(sizes.index[:LARGEST_OWNERS])
    return owners.where(owners.isin(largest) | owners.isna(), OTHERS).fillna(NOT_STATED)


STILL_EMPTY_LEAST: Final = 0.25
"""A place less likely than this to be empty still is not offered to anybody (design/methods.md 2.2)."""
HALF_FILLED_DAYS: Final = 30.0
"""Half of the places that are empty are filled within so many days: our assumption, until returns tell."""


def still_empty(days: ArrayLike) -> NDArray[np.float64]:
    """Say how likely a place is still empty so many days after its return told of it; NaN stays NaN."""
    likely: NDArray[np.float64] = np.exp2(-np.asarray(days, float) / HALF_FILLED_DAYS)
    return likely


VOID_MEASURES: Final = measures("voids")
"""Key figures of the page *Voids*, in order."""
