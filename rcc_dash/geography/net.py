"""Which postcodes are neighbours? One triangle net from which borders and coast are read."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import Delaunay, cKDTree

from rcc_dash.reference.postcodes import LETTERS, NORTHERN_IRELAND, positions

NORTH_END_METRES: Final = 690_000
"""Far enough into Scotland for England's land border; more would only cost time."""

SPACING_NEIGHBOURS: Final = 10
"""Spacing is the distance to the tenth nearest postcode: one street, not one building."""

BORDER_CELL_METRES: Final = 60
INNER_CELL_METRES: Final = 200
"""One postcode of each LA is kept in each cell: all that border and coast need, in a third of the points."""
NEAR_METRES: Final = 500
"""Ground is near a border when the square of this size, or one beside it, has postcodes of two LAs."""

Floats = NDArray[np.float64]
Whole = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Net:
    """Triangles between postcodes, with the sides that two of them share.

    `points` are metres east and north, `la_codes` the LA (or SCO, WAL) of each point, `spacing` its distance
    in metres to the tenth nearest postcode, kept or not, `triangles` three points each. `sides` gives the
    two points of each shared side, `beside` the two triangles along it; `outline` the
    two points of each side of the whole net, `outer` the one triangle along it.
    """

    points: Floats
    la_codes: NDArray[np.str_]
    spacing: Floats
    triangles: Whole
    sides: Whole
    beside: Whole
    outline: Whole
    outer: Whole
    delaunay: Delaunay

    def triangles_at(self, places: Floats) -> Whole:
        """In which triangle does each place (metres east and north) lie?"""
        return np.asarray(self.delaunay.find_simplex(places), dtype=np.intp)

    def longest_side(self) -> Floats:
        """How long, in metres, is the longest side of each triangle?"""
        corners = self.points[self.triangles]
        return np.asarray(np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(axis=1))


def placed_postcodes() -> pd.DataFrame:
    """At which points (`east`, `north`) are there postcodes, of which LA, and how close together (`spacing`)?

    The LA is that of most postcodes at the point. Thinned where neither border nor coast needs them all.
    """
    table = pd.concat([positions(letter) for letter in LETTERS])
    table = table[table["la_code"].ne(NORTHERN_IRELAND) & table["north"].lt(NORTH_END_METRES)].dropna()
    counts = table.groupby(["east", "north", "la_code"]).size().rename("postcodes").reset_index()
    ranked = counts.sort_values(
        ["east", "north", "postcodes", "la_code"], ascending=[True, True, False, True]
    )
    placed = ranked.drop_duplicates(["east", "north"]).reset_index(drop=True)
    return thinned(placed.assign(spacing=_spacing(placed)))


def thinned(placed: pd.DataFrame) -> pd.DataFrame:
    """Which points suffice: one per LA in each cell, and the cells are smaller near borders?"""
    size = np.where(_near_border(placed), BORDER_CELL_METRES, INNER_CELL_METRES)
    cells = pd.DataFrame({"e": placed["east"] // size, "n": placed["north"] // size, "size": size})
    return placed[~cells.assign(la_code=placed["la_code"]).duplicated()]


def _spacing(placed: pd.DataFrame) -> Floats:
    points = placed[["east", "north"]].to_numpy(dtype=np.float64)
    away, _ = cKDTree(points).query(points, k=[SPACING_NEIGHBOURS])
    return np.asarray(away[:, 0])


def _near_border(placed: pd.DataFrame) -> NDArray[np.bool_]:
    squares = placed[["east", "north"]].floordiv(NEAR_METRES).assign(la_code=placed["la_code"])
    seen = squares.drop_duplicates()
    around = [
        seen.assign(east=seen["east"] + e, north=seen["north"] + n) for e in (-1, 0, 1) for n in (-1, 0, 1)
    ]
    las = pd.concat(around).drop_duplicates().groupby(["east", "north"]).size().rename("las")
    return np.asarray(squares.join(las, on=["east", "north"])["las"] > 1)


def net_of(placed: pd.DataFrame) -> Net:
    """How do these points hang together?"""
    points = placed[["east", "north"]].to_numpy(dtype=np.float64)
    delaunay = Delaunay(points)
    triangles, across = delaunay.simplices.astype(np.intp), delaunay.neighbors
    corner, here = np.nonzero(np.arange(len(triangles)) < across.T)
    out_corner, outer = np.nonzero(across.T < 0)
    return Net(
        points=points,
        la_codes=placed["la_code"].to_numpy(dtype=np.str_),
        spacing=placed["spacing"].to_numpy(dtype=np.float64),
        triangles=triangles,
        sides=_facing(triangles, here, corner),
        beside=np.stack([here, across[here, corner]], axis=1).astype(np.intp),
        outline=_facing(triangles, outer, out_corner),
        outer=outer,
        delaunay=delaunay,
    )


def _facing(triangles: Whole, which: Whole, corner: Whole) -> Whole:
    """Give the two points of the side that faces a corner."""
    return np.stack([triangles[which, (corner + 1) % 3], triangles[which, (corner + 2) % 3]], axis=1)


def circumcentres(net: Net) -> Floats:
    """Where do the three postcode cells around each triangle meet?"""
    first = net.points[net.triangles[:, 0]]
    b, c = net.points[net.triangles[:, 1]] - first, net.points[net.triangles[:, 2]] - first
    double_area = 2 * (b[:, 0] * c[:, 1] - b[:, 1] * c[:, 0])
    b_squared, c_squared = (b**2).sum(axis=1), (c**2).sum(axis=1)
    east = (c[:, 1] * b_squared - b[:, 1] * c_squared) / double_area
    north = (b[:, 0] * c_squared - c[:, 0] * b_squared) / double_area
    return np.asarray(first + np.stack([east, north], axis=1))
