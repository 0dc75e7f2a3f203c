"""What land does every map of a region stand on? Cut once from the boundaries that are in use."""

from functools import lru_cache

from rcc_dash.figures.ground import Ground, ground
from rcc_dash.figures.shapes import Point, Shape
from rcc_dash.reference.boundaries import Boundaries, areas


def region_ground(la_codes: tuple[str, ...]) -> Ground:
    """Give the members' and neighbours' outlines; cut again when an official file replaces ours."""
    return _ground(areas(), la_codes)


def label_points() -> dict[str, Point]:
    """Give the point where each LA's name stands, by code."""
    return {shape.code: shape.label for shape in _shapes(areas())}


@lru_cache(maxsize=8)
def _ground(boundaries: Boundaries, la_codes: tuple[str, ...]) -> Ground:
    return ground(_shapes(boundaries), la_codes)


@lru_cache(maxsize=2)
def _shapes(boundaries: Boundaries) -> tuple[Shape, ...]:
    return tuple(Shape(area.la_code, area.name, area.label, area.polygons) for area in boundaries.areas)
