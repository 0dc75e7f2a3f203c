"""What does it change to provide together: one, two, three … all?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rcc_dash.models.provision import Provision, apart, provision

Amounts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Level:
    """What all units of a level provide, each for itself, and how many of them fill their beds enough."""

    units: int
    total: Provision
    viable: int


def nearest_first(miles: Amounts, start: int) -> list[int]:
    """Order all by their distance from one of them, that one first; of equals the earlier."""
    rest = [place for place in np.argsort(miles[start], kind="stable") if place != start]
    return [start, *(int(place) for place in rest)]


def pooled(loads: Amounts, order: Sequence[int], availability: float) -> tuple[Provision, ...]:
    """Give what the first one, two, three … of an order need together."""
    return tuple(provision(float(load), availability) for load in np.cumsum(loads[list(order)]))


def level(loads: Sequence[float], availability: float, full: float) -> Level:
    """Give what a level's units need, each alone, and how many keep their beds filled to this share."""
    each = [provision(load, availability) for load in loads]
    return Level(len(loads), apart(loads, availability), sum(one.full >= full for one in each))


def least_level(levels: Sequence[Level], full: float) -> int | None:
    """Say at which level, lowest first, beds are filled to this share on average; None at none of them."""
    return next((at for at, one in enumerate(levels) if one.total.full >= full), None)
