"""How far is it from one LA to another, from where people live, and across water? No child is asked."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rcc_dash.domain.distance import dfe_miles
from rcc_dash.domain.suitability import ISLANDS
from rcc_dash.reference.sectors import sectors

FERRY_MILES: Final = 30.0
"""What crossing the Solent adds: an hour with the wait, in which a car goes so far (methods 1.3)."""


@cache
def centres() -> dict[str, tuple[float, float]]:
    """Give each LA's centre in metres east and north: the mean of its postcodes, so where people live."""
    known = sectors().dropna(subset=["east", "north"])
    weights = known["postcodes"].astype(float)
    sums = (
        known[["east", "north"]]
        .astype(float)
        .mul(weights, axis=0)
        .assign(weight=weights)
        .groupby(known["la_code"])
        .sum()
    )
    points = sums[["east", "north"]].div(sums["weight"], axis=0)
    return {str(code): (float(east), float(north)) for code, east, north in points.itertuples()}


@cache
def travel_miles(la_codes: tuple[str, ...]) -> NDArray[np.float64]:
    """Give the straight-line miles between the centres of all pairs of LAs, with what a ferry adds."""
    points = np.array([centres()[code] for code in la_codes])
    island = np.array([code in ISLANDS for code in la_codes])
    miles = dfe_miles(points[:, None, 0], points[:, None, 1], points[None, :, 0], points[None, :, 1])
    travel: NDArray[np.float64] = miles + FERRY_MILES * (island[:, None] != island[None, :])
    return travel
