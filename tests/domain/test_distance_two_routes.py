"""DfE's miles by a second route that shares nothing with the first: degrees, another projection, a loop."""

import math

import numpy as np
import pandas as pd
from pyproj import Transformer

from rcc_dash.domain.distance import dfe_miles
from rcc_dash.reference.sectors import sectors
from rcc_dash.settings import METRES_PER_MILE

PAIRS = 10_000
CLOSE_MILES = 0.01


def pairs() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw pairs of real places in Great Britain, which the grid and the degrees both know."""
    known = sectors().dropna(subset=["east", "north", "lat", "lon"])
    known = known[known["la_code"].ne("NIR")]
    ends = known.sample(2 * PAIRS, replace=True, random_state=np.random.RandomState(7))
    return ends.iloc[:PAIRS].reset_index(drop=True), ends.iloc[PAIRS:].reset_index(drop=True)


def test_ten_thousand_pairs_are_as_far_apart_by_another_projection() -> None:
    home, placed = pairs()
    onto_grid = Transformer.from_crs("EPSG:4326", "EPSG:27700", always_xy=True)
    a, b = (np.array(onto_grid.transform(end["lon"], end["lat"])).T for end in (home, placed))
    by_degrees = np.array([math.dist(p, q) / METRES_PER_MILE for p, q in zip(a, b, strict=True)])
    by_grid = np.array(
        [
            math.dist((x, y), (u, v)) / METRES_PER_MILE
            for x, y, u, v in zip(home["east"], home["north"], placed["east"], placed["north"], strict=True)
        ]
    )
    assert np.abs(by_degrees - by_grid).max() < CLOSE_MILES


def test_ten_thousand_pairs_are_written_to_the_nearest_tenth() -> None:
    home, placed = pairs()
    ours = dfe_miles(home["east"], home["north"], placed["east"], placed["north"])
    slow = [
        round(math.dist((x, y), (u, v)) / METRES_PER_MILE, 1)
        for x, y, u, v in zip(home["east"], home["north"], placed["east"], placed["north"], strict=True)
    ]
    assert np.abs(ours - np.array(slow)).max() < CLOSE_MILES
