from math import cos, pi, sin

import pytest

from rcc_dash.figures.ground import ground
from rcc_dash.figures.shapes import Shape, bounds_of
from rcc_dash.figures.simplify import simplified

STEPS = 200


def wavy(low: float, high: float) -> list[tuple[float, float]]:
    """A wavy border from south to north along longitude 0.5."""
    return [(0.5 + 0.02 * sin(40 * t), low + (high - low) * t) for t in (i / STEPS for i in range(STEPS + 1))]


BORDER = wavy(52.0, 53.0)
WEST = Shape("W", "West", (0.2, 52.5), (((*BORDER, (0.0, 53.0), (0.0, 52.0), BORDER[0]),),))
EAST = Shape("E", "East", (0.8, 52.5), (((*BORDER[::-1], (1.0, 52.0), (1.0, 53.0), BORDER[-1]),),))
ISLAND_RING = tuple((2 + 0.3 * cos(2 * pi * i / 60), 52.5 + 0.3 * sin(2 * pi * i / 60)) for i in range(60))
ISLAND = Shape("I", "Island", (2.0, 52.5), (((*ISLAND_RING, ISLAND_RING[0]),),))
FAR = Shape("F", "Far", (9.0, 52.0), (((((9.0, 52.0), (9.1, 52.0), (9.1, 52.1), (9.0, 52.0))),),))


def test_a_shared_border_stays_shared_when_points_are_left_out() -> None:
    west, east = simplified([WEST, EAST], lambda _: 0.01)
    shared = set(west.polygons[0][0]) & set(east.polygons[0][0])
    assert len(west.polygons[0][0]) < 60
    on_border = {p for p in west.polygons[0][0] if p[0] > 0.3}
    assert on_border == {p for p in east.polygons[0][0] if p[0] < 0.7} == shared


def test_rings_stay_closed_and_an_area_never_vanishes() -> None:
    for area in simplified([WEST, EAST, ISLAND], lambda _: 5.0):
        assert area.polygons
        for polygon in area.polygons:
            assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in polygon)


def test_without_tolerance_nothing_but_straight_points_goes() -> None:
    (island,) = simplified([ISLAND], lambda _: 0.0)
    assert set(island.polygons[0][0]) == set(ISLAND_RING)


def test_members_and_land_near_them_are_kept_in_order_and_far_land_is_not() -> None:
    made = ground([FAR, WEST, ISLAND, EAST], {"W", "E"})
    assert [area.code for area in made.members] == ["E", "W"]
    assert [area.code for area in made.context] == []
    near = ground([FAR, WEST, ISLAND, EAST], {"E", "I"})
    assert [area.code for area in near.context] == ["W"]


def test_members_keep_their_extent() -> None:
    made = ground([WEST, EAST], {"W", "E"})
    before, after = bounds_of([WEST, EAST]), bounds_of(made.members)
    assert (after.west, after.south, after.east, after.north) == pytest.approx(
        (before.west, before.south, before.east, before.north), abs=1e-3
    )


def test_a_region_without_members_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        ground([WEST], {"nowhere"})
