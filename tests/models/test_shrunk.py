"""Loads of rare kinds: drawn to the region's rate, never more or fewer in all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rcc_dash.models.shrunk import filled, shrunk

MEANS = arrays(float, 6, elements=st.integers(0, 30).map(float))
SIZES = np.array([100.0, 200.0, 300.0, 400.0, 500.0, 600.0])


def test_hidden_ones_are_guessed_by_size_and_stay_below_the_least_that_is_shown() -> None:
    counted = np.array([np.nan, np.nan, 20.0])
    found = filled(counted, 30.0, np.array([10.0, 20.0, 30.0]), 9.0)
    assert found == pytest.approx(np.array([5.0, 9.0, 20.0]) * 30 / 34)


@given(MEANS, st.integers(1, 5))
def test_loads_add_up_and_nobody_has_less_than_none(means: np.ndarray, dates: int) -> None:
    found = shrunk(means, SIZES, dates)
    assert found.sum() == pytest.approx(means.sum())
    assert (found >= 0).all()


def test_equal_rates_stay_and_one_odd_count_is_drawn_in_less_where_more_dates_tell_it() -> None:
    assert shrunk(SIZES / 100, SIZES, 3) == pytest.approx(SIZES / 100)
    odd = np.array([4.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    few, many = shrunk(odd, SIZES, 1)[0], shrunk(odd, SIZES, 50)[0]
    assert 1 < few < many < 4


def test_chance_alone_draws_no_further_than_halfway() -> None:
    sizes = np.full(4, 100.0)
    found = shrunk(np.array([10.0, 6.0, 5.0, 3.0]), sizes, 1)
    assert found == pytest.approx(np.array([8.0, 6.0, 5.5, 4.5]))


def test_the_formula_by_hand() -> None:
    """Two LAs, one date, 0 and 10 of 100 each: the rate is 0.05, its spread 0.005, of which chance 0.0005."""
    alpha = 0.05**2 / (0.005 - 0.05 / 100)
    own = 100 * (np.array([0.0, 10.0]) + alpha) / (100 + alpha / 0.05)
    expected = own * 10 / own.sum()
    assert shrunk(np.array([0.0, 10.0]), np.array([100.0, 100.0]), 1) == pytest.approx(expected)


def test_an_la_without_children_and_a_region_without_any_have_no_load() -> None:
    assert shrunk(np.zeros(6), SIZES, 3).tolist() == [0] * 6
    found = shrunk(np.array([3.0, 2.0, 0.0]), np.array([30.0, 20.0, 0.0]), 2)
    assert found[2] == 0
    assert found.sum() == pytest.approx(5)
