"""How may outlines be drawn with fewer points, without gaps between neighbours?

Rings are cut where borders meet; each stretch between two such points is shortened once
(Douglas-Peucker), the same way for both neighbours, so a shared border stays shared.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np

from rcc_dash.figures.shapes import Point, Polygon, Ring, Shape
from rcc_dash.figures.view import Floats

_SQUARE: Final = np.array([0.62, 1.0])
"""A degree of longitude is this much shorter than one of latitude in the middle of England."""
_LEAST: Final = 4
"""Points of the smallest ring: a triangle, closed."""


Tolerance = Callable[[Ring], float]
"""How far, in degrees of latitude, a stretch of border may be moved."""


def simplified(shapes: Iterable[Shape], tolerance: Tolerance) -> tuple[Shape, ...]:
    """Give the same areas with points nearer than the stretch's tolerance to a straight line left out.

    Parts that shrink to nothing (small islands) go; an area always keeps at least one part.
    """
    areas = tuple(shapes)
    nodes = _nodes(ring for area in areas for polygon in area.polygons for ring in polygon)
    return tuple(replace(area, polygons=_polygons(area.polygons, nodes, tolerance)) for area in areas)


def _nodes(rings: Iterable[Ring]) -> frozenset[Point]:
    """Find the points where borders meet: those that have more than two different neighbours."""
    pairs = {frozenset(pair) for ring in rings for pair in pairwise(ring)}
    degree = Counter(point for pair in pairs for point in pair)
    return frozenset(point for point, count in degree.items() if count > 2)  # noqa: PLR2004  a line has two


def _polygons(
    polygons: tuple[Polygon, ...], nodes: frozenset[Point], tolerance: Tolerance
) -> tuple[Polygon, ...]:
    drawn = (tuple(_ring(ring, nodes, tolerance) for ring in polygon) for polygon in polygons)
    kept = tuple(tuple(ring for ring in polygon if len(ring) >= _LEAST) for polygon in drawn)
    return tuple(polygon for polygon in kept if polygon) or polygons


def _ring(ring: Ring, nodes: frozenset[Point], tolerance: Tolerance) -> Ring:
    start = next((i for i, point in enumerate(ring) if point in nodes), None)
    if start is None:
        start = ring.index(min(ring[:-1]))
    turned = ring[start:-1] + ring[: start + 1]
    stops = [i for i, point in enumerate(turned) if point in nodes or i in {0, len(turned) - 1}]
    if len(stops) == 2:  # noqa: PLR2004  one stretch only: an island, or a ring with one meeting point
        stops.insert(1, _farthest(turned))
    points: list[Point] = [turned[0]]
    for first, last in pairwise(stops):
        points.extend(_stretch(turned[first : last + 1], tolerance)[1:])
    return tuple(points)


def _farthest(ring: Ring) -> int:
    points = np.array(ring)
    return int(np.hypot(*(points - points[0]).T).argmax())


def _stretch(line: Ring, tolerance: Tolerance) -> Ring:
    if line[-1] < line[0]:
        return _stretch(line[::-1], tolerance)[::-1]
    return _kept(line, tolerance(line))


def _kept(line: Ring, tolerance: float) -> Ring:
    points = np.array(line) * _SQUARE
    keep, work = {0, len(line) - 1}, [(0, len(line) - 1)]
    while work:
        first, last = work.pop()
        if last - first > 1 and (far := _off_line(points[first : last + 1], tolerance)):
            keep.add(first + far)
            work += [(first, first + far), (first + far, last)]
    return tuple(line[i] for i in sorted(keep))


def _off_line(points: Floats, tolerance: float) -> int:
    """Say which point lies farthest from the straight line, or 0 when all lie within the tolerance."""
    chord = points[-1] - points[0]
    length = float(np.hypot(*chord))
    away = points - points[0]
    off = np.abs(chord[0] * away[:, 1] - chord[1] * away[:, 0]) / length if length else np.hypot(*away.T)
    far = int(off.argmax())
    return far if off[far] > tolerance else 0
