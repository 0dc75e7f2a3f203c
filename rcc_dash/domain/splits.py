"""By what else may children be split for a comparison, besides the dimensions of the filter bar?"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import ArrayLike
from pandas.api.extensions import ExtensionArray

from rcc_dash.domain.coded import coded
from rcc_dash.domain.dimensions import Dimension, dimensions, values_of

UNKNOWN: Final = "unknown"
_TITLES: Final = {
    "cost": "Cost of the placement",
    "legal": "Legal status",
    "care": "Time in care",
    "dols": "Deprivation of liberty",
    "solo": "Solo placement",
}
COST_EDGES: Final = (1_000, 3_000, 6_000, 10_000)
"""£ a week; £10,000 is the sector's own mark of a very high cost (design/methods.md 3.1)."""
CARE_EDGES: Final = (183, 365, 730, 1826)
"""Days of about half a year, one, two and five years."""
LEGAL_GROUPS: Final = {
    "C1": "interim",
    "C2": "full",
    "D1": "placement",
    "E1": "placement",
    "V2": "agreed",
    "J1": "justice",
    "J2": "justice",
    "J3": "justice",
    "L1": "protection",
    "L2": "protection",
    "L3": "protection",
}


@cache
def splits() -> dict[str, Dimension]:
    """Give everything by which children may be split, the dimensions of the filter bar first."""
    more = {code: Dimension(code, title, "{}", values_of(code)) for code, title in _TITLES.items()}
    return {**dimensions(), **more}


def band_starts(code: str) -> dict[int, str]:
    """Give the bands of `cost` by their first £ a week, or of `care` by their first day."""
    edges = {"cost": COST_EDGES, "care": CARE_EDGES}[code]
    return dict(zip((0, *edges), [one for one in splits()[code].codes if one != UNKNOWN], strict=True))


def cost_bands(weekly_gbp: ArrayLike) -> ExtensionArray:
    """Put weekly costs in £ into their bands; NaN is unknown."""
    return _banded(weekly_gbp, COST_EDGES, splits()["cost"].codes)


def care_bands(days: ArrayLike) -> ExtensionArray:
    """Put days in care into their bands; NaN is unknown."""
    return _banded(days, CARE_EDGES, splits()["care"].codes)


def legal_group(legal_status: object) -> str:
    """Say to which group a legal status belongs; unknown for a code that is none."""
    return LEGAL_GROUPS.get(str(legal_status), UNKNOWN)


def _banded(amounts: ArrayLike, edges: tuple[int, ...], codes: tuple[str, ...]) -> ExtensionArray:
    known = np.asarray(amounts, float)
    band = np.searchsorted(edges, np.nan_to_num(known), side="right")
    return coded(np.where(np.isnan(known), len(codes), band), (*codes, UNKNOWN))
