"""Nearest places: by brute force, and unmoved when the whole map is moved or turned."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rcc_dash.models.nearest import nearest_miles, within

MILE = 1609.3
AT = st.floats(0, 500_000, allow_nan=False)


def points(number: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(float, (number, 2), elements=AT)


@given(points(7), points(5), arrays(bool, (3, 5)), arrays(np.int64, 7, elements=st.integers(0, 2)))
def test_it_is_what_looking_at_every_place_would_give(
    origins: np.ndarray, places: np.ndarray, suits: np.ndarray, groups: np.ndarray
) -> None:
    found = nearest_miles(origins, places, groups, suits)
    for origin, group, miles in zip(origins, groups, found, strict=True):
        near = [
            np.hypot(*(origin - place)) / MILE for place, ok in zip(places, suits[group], strict=True) if ok
        ]
        assert np.isnan(miles) if not near else abs(miles - min(near)) <= 0.0501


@given(points(4), points(4), st.floats(-1e5, 1e5), st.floats(0, 6.28))
def test_moving_and_turning_the_map_changes_nothing(
    origins: np.ndarray, places: np.ndarray, shift: float, angle: float
) -> None:
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    groups, suits = np.zeros(4, np.int64), np.ones((1, 4), bool)
    before = nearest_miles(origins, places, groups, suits)
    after = nearest_miles(origins @ turn + shift, places @ turn + shift, groups, suits)
    assert np.allclose(before, after, atol=0.11)


def test_an_unknown_place_is_near_nothing() -> None:
    nowhere, here = np.array([[np.nan, np.nan]]), np.array([[0.0, 0.0]])
    group, suits = np.zeros(1, np.int64), np.ones((1, 1), bool)
    assert np.isnan(nearest_miles(nowhere, here, group, suits)).all()
    assert np.isnan(nearest_miles(here, nowhere, group, suits)).all()
    assert not within(nowhere, here, np.array([1e9])).any()
    assert not within(here, nowhere, np.array([1e9])).any()


def test_within_is_by_each_origins_own_limit() -> None:
    origins, places = np.array([[0.0, 0.0], [0.0, 0.0]]), np.array([[3 * MILE, 4 * MILE]])
    assert within(origins, places, np.array([5.0001, 4.9])).tolist() == [[True], [False]]
