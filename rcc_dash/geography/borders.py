"""Where does one council's ground meet another's? Cells around postcodes, read straight off the net.

A Voronoi cell puts the border half way between two postcodes. In towns the border lies nearer to the side
whose postcodes stand closer together, since a street is claimed by its houses and a field by no one; so
the crossing is weighted by the spacing on both sides. Over long sides the plain cells fit better.
"""

from typing import Final

import numpy as np
import shapely

from rcc_dash.geography.net import Floats, Net, Whole, circumcentres

WEIGHT: Final = 0.5
"""Power of the spacing; 0 would be plain cells. 0.5 raised the overlap with official lines most evenly."""

LONG_SIDE_METRES: Final = 2_000.0
"""Triangles longer than this lie in open country and use the plain cell corner."""


def borders(net: Net) -> shapely.Geometry:
    """Along which lines does ground change from one LA to another? They run on under the sea."""
    codes = net.la_codes[net.sides]
    mixed = codes[:, 0] != codes[:, 1]
    crossing, beside = _crossings(net, net.sides[mixed]), net.beside[mixed]
    is_long = net.longest_side() > LONG_SIDE_METRES
    hub = np.where(is_long[:, None], circumcentres(net), _hubs(net, crossing, beside))
    plain = is_long[beside].all(axis=1)
    bent = [np.stack([crossing, hub[beside[:, side]]], axis=1)[~plain] for side in (0, 1)]
    return shapely.multilinestrings(shapely.linestrings(np.concatenate([hub[beside[plain]], *bent])))


def at_borders(net: Net) -> Whole:
    """Which points have a neighbour in another LA?"""
    codes = net.la_codes[net.sides]
    return np.unique(net.sides[codes[:, 0] != codes[:, 1]])


def _crossings(net: Net, sides: Whole) -> Floats:
    weight: Floats = net.spacing[sides] ** WEIGHT
    share = weight[:, :1] / weight.sum(axis=1, keepdims=True)
    start, end = net.points[sides[:, 0]], net.points[sides[:, 1]]
    return np.asarray(start + (end - start) * share)


def _hubs(net: Net, crossing: Floats, beside: Whole) -> Floats:
    """Where do the border lines in each triangle meet? Rows of triangles without a border mean nothing."""
    total, count = np.zeros((len(net.triangles), 2)), np.zeros((len(net.triangles), 1))
    for side in (0, 1):
        np.add.at(total, beside[:, side], crossing)
        np.add.at(count, beside[:, side], 1.0)
    return np.asarray(total / np.maximum(count, 1.0))
