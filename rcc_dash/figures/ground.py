"""What land lies under a region's map? Members in full, neighbours with less detail the farther they are."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from rcc_dash.figures.shapes import Bounds, Polygon, Ring, Shape, bounds_of, by_code
from rcc_dash.figures.simplify import Tolerance, simplified

_FINEST: Final = 800.0
"""Members keep what shows on a map this many pixels wide."""
_NEAR: Final = 3.0
_FAR: Final = 8.0
"""Borders that touch no member may be moved this many times as far, in and beyond the window."""
_AROUND: Final = 0.12
_REACH: Final = 0.6
"""Land is drawn this share of the region's span beyond it."""
_WIDE_DEGREES: Final = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Members of a region, in order of code, and the land around them, ready to draw.

    Told apart by identity, so that what was laid out for it is found again without reading its lines.
    """

    members: tuple[Shape, ...]
    context: tuple[Shape, ...]


def ground(areas: Iterable[Shape], member_codes: Collection[str]) -> Ground:
    """Cut down all areas to what a region's map needs; slow (about a second), so keep the result.

    Raises ValueError when no area is a member.
    """
    every = tuple(areas)
    frame = bounds_of(area for area in every if area.code in member_codes)
    kept = [area for area in every if _meet(bounds_of([area]), _wider(frame, _REACH))]
    drawn = simplified(kept, _tolerance(kept, member_codes, frame))
    exact = tuple(_rounded(area, _decimals(frame)) for area in by_code(drawn))
    members = tuple(area for area in exact if area.code in member_codes)
    return Ground(members, tuple(area for area in exact if area.code not in member_codes))


def _tolerance(areas: Iterable[Shape], member_codes: Collection[str], frame: Bounds) -> Tolerance:
    inside = frozenset(
        point
        for area in areas
        if area.code in member_codes
        for polygon in area.polygons
        for ring in polygon
        for point in ring
    )
    finest, window = (frame.east - frame.west) / _FINEST, _wider(frame, _AROUND)

    def tolerance(line: Ring) -> float:
        if line[len(line) // 2] in inside and line[0] in inside:
            return finest
        return finest * (_NEAR if any(_holds(window, point) for point in line) else _FAR)

    return tolerance


def _decimals(frame: Bounds) -> int:
    return 3 if frame.east - frame.west > _WIDE_DEGREES else 4


def _rounded(area: Shape, decimals: int) -> Shape:
    return replace(area, polygons=tuple(_polygon(polygon, decimals) for polygon in area.polygons))


def _polygon(polygon: Polygon, decimals: int) -> Polygon:
    return tuple(tuple((round(x, decimals), round(y, decimals)) for x, y in ring) for ring in polygon)


def _wider(box: Bounds, share: float) -> Bounds:
    across, up = (box.east - box.west) * share, (box.north - box.south) * share
    return Bounds(box.west - across, box.south - up, box.east + across, box.north + up)


def _meet(one: Bounds, other: Bounds) -> bool:
    across = one.west < other.east and other.west < one.east
    return across and one.south < other.north and other.south < one.north


def _holds(box: Bounds, point: tuple[float, float]) -> bool:
    return box.west <= point[0] <= box.east and box.south <= point[1] <= box.north
