"""What does an area look like? Plain rings of longitude and latitude, with a point for its name."""

from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Ring = tuple[Point, ...]
"""A closed line: the last point equals the first."""
Polygon = tuple[Ring, ...]
"""An outer ring and its holes."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One local authority's outline and the point where its name and count stand."""

    code: str
    name: str
    label: Point
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The smallest box of longitudes and latitudes around something."""

    west: float
    south: float
    east: float
    north: float


def by_code(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """Put areas in the one order that every map uses, so that a position always means the same area."""
    return tuple(sorted(shapes, key=lambda shape: shape.code))


def bounds_of(shapes: Iterable[Shape]) -> Bounds:
    """Give the box around areas; raises ValueError when there is none."""
    points = [point for shape in shapes for polygon in shape.polygons for point in polygon[0]]
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return Bounds(min(lons), min(lats), max(lons), max(lats))
