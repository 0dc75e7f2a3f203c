"""How are areas on the British National Grid made small and turned into rings of degrees?"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pyproj import Transformer

Point = tuple[float, float]
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]

BRITISH_NATIONAL_GRID: Final = 27700
DEGREES: Final = 4326
DECIMALS: Final = 4
"""Of a degree: about 10 metres."""
_LABEL_METRES: Final = 200.0
"""A name's place need not be found more exactly than this."""
_SMALLEST_PART: Final = 250_000.0
"""Square metres; smaller islets are left out, unless an area has nothing larger."""
_TRIANGLE: Final = 4
"""Points of the smallest closed ring."""


def on_grid(geometry: shapely.Geometry) -> shapely.Geometry:
    """Where does a shape given in degrees (longitude, latitude) lie on the grid, in metres?"""
    return _moved(geometry, DEGREES, BRITISH_NATIONAL_GRID)


def in_degrees(geometry: shapely.Geometry) -> shapely.Geometry:
    """Which longitudes and latitudes has a shape given in metres on the grid?"""
    return _moved(geometry, BRITISH_NATIONAL_GRID, DEGREES)


def made_small(areas: Mapping[str, shapely.Geometry], metres: float) -> dict[str, shapely.Geometry]:
    """Which outlines with fewer points still share their borders? Metres in, metres out.

    A corner goes when the triangle it makes is smaller than a square with sides of so many metres.
    """
    drawn = shapely.coverage_simplify(np.array(list(areas.values())), metres)
    return {code: _without_islets(shape) for code, shape in zip(areas, drawn, strict=True)}


def label_point(area: shapely.Geometry) -> Point:
    """Where, as longitude and latitude, does a name stand well inside an area given in metres?"""
    largest = max(shapely.get_parts(area), key=shapely.area)
    radius = shapely.maximum_inscribed_circle(largest, tolerance=_LABEL_METRES)
    ((lon, lat),) = shapely.get_coordinates(in_degrees(shapely.get_point(radius, 0))).round(DECIMALS)
    return float(lon), float(lat)


def rings(area: shapely.Geometry) -> tuple[Polygon, ...]:
    """Which closed rings of longitude and latitude, outer first, draw an area given in metres?"""
    parts = shapely.get_parts(in_degrees(area))
    drawn = (tuple(_ring(line) for line in (part.exterior, *part.interiors)) for part in parts)
    whole = (tuple(ring for ring in polygon if len(ring) >= _TRIANGLE) for polygon in drawn)
    return tuple(polygon for polygon in whole if polygon)


def _moved(geometry: shapely.Geometry, source: int, target: int) -> shapely.Geometry:
    way = _way(source, target)

    def to_target(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack(way.transform(points[:, 0], points[:, 1]), axis=1)

    return shapely.transform(geometry, to_target)


@cache
def _way(source: int, target: int) -> "Transformer":
    from pyproj import Transformer  # noqa: PLC0415 only makers and official files need its slow start

    return Transformer.from_crs(source, target, always_xy=True)


def _without_islets(area: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(area)
    sizes = shapely.area(parts)
    return shapely.multipolygons(parts[(sizes >= _SMALLEST_PART) | (sizes == sizes.max())])


def _ring(line: shapely.LinearRing) -> Ring:
    points = shapely.get_coordinates(line).round(DECIMALS)
    moved = np.append(True, (np.diff(points, axis=0) != 0).any(axis=1))
    return tuple((float(lon), float(lat)) for lon, lat in points[moved])
