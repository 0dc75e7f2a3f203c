"""How far is a placement from home, in DfE's miles, and is that far?

Definitions: design/methods.md 1.1 and 1.2. Arrays in, arrays out; an unknown distance is NaN.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from pandas.api.extensions import ExtensionArray

from rcc_dash.domain.coded import coded
from rcc_dash.settings import BORDERLINE_MILES, FAR_MILES, METRES_PER_MILE

Miles = NDArray[np.float64]
YesNo = NDArray[np.bool_]

SAME_SECTOR_FACTOR: Final = 1.17
"""Mean distance of two random addresses of one sector over its rms radius (measured 1.15 to 1.18)."""


@dataclass(frozen=True, slots=True)
class Band:
    """A band of distance: its code for links and files, and its words for people."""

    code: str
    label: str


BANDS: Final = (
    Band("0to5", "Under 5 miles"),
    Band("5to10", "5 to under 10 miles"),
    Band("10to20", "10 to 20 miles"),
    Band("20to50", "Over 20 to 50 miles"),
    Band("over50", "Over 50 miles"),
)
FAR_BANDS: Final = frozenset({"20to50", "over50"})
"""Bands that lie wholly beyond 20.0 miles."""
UNKNOWN_BAND: Final = Band("unknown", "Distance not known")


def dfe_miles(east: ArrayLike, north: ArrayLike, east_to: ArrayLike, north_to: ArrayLike) -> Miles:
    """Measure straight-line miles as DfE does, from OS grid metres to 0.1; NaN if an end is unknown."""
    across = np.asarray(east_to, float) - np.asarray(east, float)
    up = np.asarray(north_to, float) - np.asarray(north, float)
    miles: Miles = np.round(np.hypot(across, up) / METRES_PER_MILE, 1)
    return miles


def same_sector_miles(spread_miles: ArrayLike) -> Miles:
    """Estimate the miles between two addresses of one sector from its rms radius, rounded to 0.1.

    Both ends have the same centroid, so the formula would say 0 for every one of them.
    """
    miles: Miles = np.round(SAME_SECTOR_FACTOR * np.asarray(spread_miles, float), 1)
    return miles


def is_far(miles: ArrayLike) -> YesNo:
    """Say which rounded distances DfE counts as far: over, not at, 20.0 miles. Unknown is not far."""
    return np.asarray(miles, float) > FAR_MILES


def is_borderline(miles: ArrayLike, basis: ArrayLike) -> YesNo:
    """Say which distances may lie on either side of 20 miles, because sectors are 1 to 5 km across."""
    known = np.asarray(miles, float)
    low, high = BORDERLINE_MILES
    between: YesNo = (known >= low) & (known <= high) & pd.Series(basis).eq("sector").to_numpy()
    return between


def band_codes(miles: ArrayLike) -> ExtensionArray:
    """Put each rounded distance in its band: 5.0 is in the second, 20.0 in the third, NaN unknown."""
    known = np.asarray(miles, float)
    passed = [known >= 5, known >= 10, is_far(known), known > 50]  # noqa: PLR2004  the edges are the bands' own
    number = np.where(np.isnan(known), len(BANDS), np.sum(passed, axis=0))
    return coded(number, [band.code for band in (*BANDS, UNKNOWN_BAND)])
