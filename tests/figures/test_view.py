import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.figures.shapes import Bounds
from rcc_dash.figures.view import View, fitted_view, from_world, small_window_scale, world

LON = st.floats(-10, 10)
LAT = st.floats(48, 60)


def test_the_world_is_512_wide_and_0_0_is_its_middle() -> None:
    assert world(np.array([[0.0, 0.0]]))[0] == pytest.approx([256, 256])
    assert world(np.array([[-180.0, 85.0511287798]]))[0] == pytest.approx([0, 0], abs=1e-6)


@given(LON, LAT)
def test_there_and_back_is_the_same_place(lon: float, lat: float) -> None:
    view = View(-1.0, 52.0, 8.0, 800, 600)
    back = view.to_lonlat(view.to_pixels(np.array([[lon, lat]])))
    assert back[0] == pytest.approx([lon, lat], abs=1e-9)
    assert from_world(world(np.array([[lon, lat]])))[0] == pytest.approx([lon, lat], abs=1e-9)


@given(
    LON, LAT, st.floats(0.05, 4), st.floats(0.05, 4), st.sampled_from([(360, 440), (860, 620), (1300, 500)])
)
def test_a_fitted_box_lies_inside_and_touches_the_free_edge(
    west: float, south: float, across: float, up: float, size: tuple[int, int]
) -> None:
    view = fitted_view(Bounds(west, south, west + across, south + up), size, left=60)
    (left, top), (right, bottom) = view.to_pixels(np.array([[west, south + up], [west + across, south]]))
    assert left >= 59
    assert top >= 25
    assert right <= size[0] - 25
    assert bottom <= size[1] - 25
    slack = min((right - left) / (size[0] - 86), (bottom - top) / (size[1] - 52))
    assert max((right - left) / (size[0] - 86), (bottom - top) / (size[1] - 52)) == pytest.approx(1, abs=0.02)
    assert slack <= 1


def test_twenty_miles_are_as_many_pixels_as_two_places_twenty_miles_apart() -> None:
    view = View(-2.2, 53.5, 9.0, 800, 600)
    north = 53.5 + 20 * 1.6093 / 6371.0 * 180 / np.pi
    pixels = view.to_pixels(np.array([[-2.2, 53.5], [-2.2, north]]))
    assert view.miles_to_pixels(20) == pytest.approx(pixels[0, 1] - pixels[1, 1], rel=0.005)


def test_small_windows_draw_smaller_but_never_tiny() -> None:
    assert small_window_scale(View(0, 52, 8, 350, 420)) == pytest.approx(350 / 560)
    assert small_window_scale(View(0, 52, 8, 100, 100)) == 0.6
    assert small_window_scale(View(0, 52, 8, 1200, 700)) == 1.0
