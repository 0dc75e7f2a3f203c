"""How far is the nearest point of the right kind?"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from rcc_dash.settings import METRES_PER_MILE

Points = NDArray[np.float64]
"""One row per point: metres east and north on the OS grid; NaN where the place is not known."""
Miles = NDArray[np.float64]

_DECIMALS: Final = 1


def nearest_miles(
    origins: Points, places: Points, groups: NDArray[np.int64], suits: NDArray[np.bool_]
) -> Miles:
    """Give the miles from each origin to the nearest place that suits its group, to 0.1.

    `groups` numbers each origin's group; `suits[group, place]` says which places suit it.
    NaN where the origin is not known or no known place suits.
    """
    found = np.full(len(origins), np.nan)
    known, there = ~np.isnan(origins).any(axis=1), ~np.isnan(places).any(axis=1)
    for group, suitable in enumerate(suits):
        who, where = known & (groups == group), suitable & there
        if who.any() and where.any():
            found[who] = cKDTree(places[where]).query(origins[who])[0] / METRES_PER_MILE
    miles: Miles = np.round(found, _DECIMALS)
    return miles


def within(origins: Points, places: Points, limits: Miles) -> NDArray[np.bool_]:
    """Say which places (columns) lie no further from which origin (rows) than its limit, in miles.

    An origin or place that is not known is near nothing.
    """
    across = np.subtract.outer(origins[:, 0], places[:, 0])
    up = np.subtract.outer(origins[:, 1], places[:, 1])
    near: NDArray[np.bool_] = np.hypot(across, up) / METRES_PER_MILE <= limits[:, None]
    return near
