"""How likely is a distance that is known by postcode sectors only to be over a limit?

Method and its calibration on random pairs of postcodes: design/methods.md 1.2.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr

Chances = NDArray[np.float64]


def far_chance(miles: ArrayLike, spread: ArrayLike, spread_to: ArrayLike, limit: float) -> Chances:
    """Give the chance, 0 to 1, that the true distance is over the limit; an unknown one has none.

    `miles` are between the middles of two sectors, the spreads their rms radii in miles; where an
    end is known exactly its spread is 0.
    """
    known = np.asarray(miles, float)
    error = np.sqrt((np.asarray(spread, float) ** 2 + np.asarray(spread_to, float) ** 2) / 2)
    exact = (known > limit).astype(float)
    away = np.divide(known - limit, error, out=np.zeros_like(known), where=error > 0)
    found: Chances = np.where(np.isnan(known), 0.0, np.where(error > 0, ndtr(away), exact))
    return found


def counted_as(chances: Chances) -> NDArray[np.bool_]:
    """Mark so many of them, from the first to the last, as their chances add up to.

    Of every run of neighbours the number of those marked is within one of the sum of their chances.
    """
    passed = np.floor(np.cumsum(chances) + 0.5)
    marked: NDArray[np.bool_] = np.diff(passed, prepend=0.0) > 0
    return marked
