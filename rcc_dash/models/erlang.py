"""How many beds, how full, and how often is there none? Erlang's loss model (design/methods.md 3.4).

`load` is the number of children who need such a bed at one time, on average. A child who finds
no bed goes elsewhere and does not come back. Only the load counts, not how long stays last.
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq

Amounts = NDArray[np.float64]

_MOST_BEDS: Final = 20_000


def blocking(load: ArrayLike, beds: int) -> Amounts:
    """Give the share of children, 0 to 1, for whom none of the beds is free."""
    offered = np.asarray(load, float)
    found: Amounts = np.ones_like(offered)
    for bed in range(1, beds + 1):
        found = offered * found / (bed + offered * found)
    return found


def beds_used(load: ArrayLike, beds: int) -> Amounts:
    """Give the beds with a child in them at one time, on average."""
    used: Amounts = np.asarray(load, float) * (1.0 - blocking(load, beds))
    return used


def last_bed_used(load: ArrayLike, beds: int) -> Amounts:
    """Give the share of time, 0 to 1, in which the last of the beds is needed."""
    used: Amounts = beds_used(load, beds) - beds_used(load, beds - 1)
    return used


def beds_for(load: float, availability: float) -> int:
    """Give the fewest beds with which at least this share of children, 0 to 1, finds one free.

    Raises ValueError where that takes more than 20,000 beds.
    """
    turned_away = 1.0
    for beds in range(1, _MOST_BEDS + 1):
        turned_away = load * turned_away / (beds + load * turned_away)
        if turned_away <= 1.0 - availability:
            return beds
    message = "the load is beyond any number of beds"
    raise ValueError(message)


def load_to_fill(beds: int, full: float) -> float:
    """Give the least load that fills this many beds to at least this share, 0 to 1, on average.

    Raises ValueError where no load would: beds are never full all the time.
    """
    if not 0 < full < 1:
        message = "beds can be filled to more than none and less than all of the time"
        raise ValueError(message)
    enough = beds / (1.0 - full) ** 2  # one bed needs full / (1 - full); more beds need less for each
    return float(brentq(lambda load: float(beds_used(load, beds)) / beds - full, 0.0, enough))


def busy_shares(load: float, beds: int) -> Amounts:
    """Give the share of time in which 0, 1, … all of the beds have a child."""
    steps = np.concatenate([[0.0], np.log(load) - np.log(np.arange(1, beds + 1))])
    weights = np.exp(np.cumsum(steps) - np.cumsum(steps).max())
    shares: Amounts = weights / weights.sum()
    return shares
