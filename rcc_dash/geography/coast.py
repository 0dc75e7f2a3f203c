"""Where does the land end? Postcodes stop at the shore, so the sea is where the net stretches wide.

A triangle is open water or empty country when its longest side is long for how close together the
postcodes at its corners lie; it is sea when a chain of such triangles leads to the open sea. What is
left enclosed is moor, forest or airfield. A few waters with narrow mouths, and marshes at the shore where
nobody lives, look like the other thing; they are named in `waters.py`.
"""

from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from rcc_dash.geography.net import Floats, Net
from rcc_dash.geography.waters import EMPTY_SHORES, NARROW_WATERS

STRETCH: Final = 120.0
"""Longest side in metres over the root of the corners' spacing. 100 to 160 give nearly the same coast;
chosen by comparing with official lines, which the coast itself is not made from."""

SHORE_METRES: Final = 150.0
"""The shore lies about this far beyond the last postcode."""

PLAIN_METRES: Final = 40.0
"""The shore is first drawn with fewer points: a line along every postcode takes minutes to widen."""


def land(net: Net) -> shapely.Geometry:
    """Which ground is land? Metres on the British National Grid."""
    is_sea = _sea(net)
    left, right = net.beside.T
    shore = np.concatenate([net.sides[is_sea[left] != is_sea[right]], net.outline[~is_sea[net.outer]]])
    faces = shapely.get_parts(shapely.polygonize(shapely.linestrings(net.points[shore])))
    inside = shapely.get_coordinates(shapely.point_on_surface(faces))
    dry = faces[~is_sea[net.triangles_at(inside)]]
    plain = shapely.simplify(shapely.union_all(dry), PLAIN_METRES)
    return shapely.buffer(plain, SHORE_METRES, quad_segs=2)


def _sea(net: Net) -> NDArray[np.bool_]:
    wide = net.longest_side() > _limit(net) * np.sqrt(net.spacing[net.triangles].min(axis=1))
    chained = net.beside[wide[net.beside].all(axis=1)]
    links = coo_matrix((np.ones(len(chained)), chained.T), shape=(len(wide), len(wide)))
    _, group = connected_components(links, directed=False)
    waters = net.triangles_at(np.array([(at.east, at.north) for at in NARROW_WATERS], dtype=np.float64))
    return np.asarray(wide & np.isin(group, np.concatenate([group[net.outer], group[waters]])))


def _limit(net: Net) -> Floats:
    """How far may a triangle stretch before it counts as empty?"""
    middle = net.points[net.triangles].mean(axis=1)
    limit = np.full(len(middle), STRETCH)
    for at in (*NARROW_WATERS, *EMPTY_SHORES):
        limit[np.hypot(*(middle - (at.east, at.north)).T) < at.radius_metres] = at.stretch
    return limit
