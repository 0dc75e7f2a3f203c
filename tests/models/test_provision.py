"""Beds for a load: the methods' own examples, drawn ranges, and what theory says of more and together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.models.erlang import beds_for, blocking
from rcc_dash.models.pooling import least_level, level, nearest_first, pooled
from rcc_dash.models.provision import Needed, apart, beds_needed, missing, provision

LOADS = st.floats(0.05, 40)
AVAILABLE = st.floats(0.5, 0.99)


def test_the_dearest_care_of_greater_manchester_as_in_the_methods() -> None:
    found = provision(42.4, 0.95)
    assert found.beds == 48
    assert found.full == pytest.approx(0.84024, abs=1e-5)
    assert found.empty_gbp(10_000) == pytest.approx(4.0e6, rel=0.01)
    assert round(found.last_used, 2) == 0.39


def test_nobody_needs_no_bed() -> None:
    nobody = provision(0.0, 0.95)
    assert (nobody.beds, nobody.used, nobody.full, nobody.last_used) == (0, 0, 0, 0)
    assert beds_needed(0.0, 3, 0.95).high == 0


def test_beds_by_a_drawn_load_are_the_beds_of_its_quantiles() -> None:
    """Fifteen arrivals in three years who stay 0.82 of a year: eight beds, six to ten."""
    draws = np.random.default_rng(4).gamma(15.5, 1 / 3, 20_000) * 0.82
    beds = [beds_for(float(load), 0.95) for load in draws]
    found = beds_needed(5.0 * 0.82, 3, 0.95)
    drawn = np.random.default_rng(4).gamma(5.0 * 0.82 * 3 + 0.5, 1 / 3, 20_000)
    own = np.percentile([beds_for(float(load), 0.95) for load in drawn], [10, 50, 80, 90])
    assert [*np.percentile(beds, [10, 50, 90])] == [6, 8, 10]
    assert (found.low, found.middle, found.prudent, found.high) == tuple(own)


def test_places_to_open_are_more_where_not_all_can_be_used() -> None:
    needed = Needed(8, 11, 14, 16)
    assert missing(needed, 5, 7, 1.0) == (4, 9)
    assert missing(needed, 5, 7, 0.85) == (5, 11)
    assert missing(needed, 20, 30, 0.85) == (0, 0)


@given(LOADS, LOADS, AVAILABLE)
def test_together_never_needs_more_beds_than_apart(one: float, other: float, available: float) -> None:
    together, alone = provision(one + other, available), apart([one, other], available)
    assert together.beds <= alone.beds
    assert together.beds / together.load <= alone.beds / alone.load + 1e-9


@given(LOADS, st.floats(0, 10), AVAILABLE)
def test_more_load_never_needs_fewer_beds(load: float, more: float, available: float) -> None:
    assert provision(load + more, available).beds >= provision(load, available).beds


@given(LOADS, st.floats(0.5, 0.9), st.floats(0, 0.09))
def test_more_availability_never_needs_fewer_beds(load: float, available: float, more: float) -> None:
    found = provision(load, available)
    assert provision(load, available + more).beds >= found.beds
    assert float(blocking(load, found.beds)) <= 1 - available
    assert found.beds == 1 or float(blocking(load, found.beds - 1)) > 1 - available


@given(LOADS, st.integers(1, 10), AVAILABLE)
def test_ranges_of_beds_are_in_order(load: float, dates: int, available: float) -> None:
    found = beds_needed(load, dates, available)
    assert found.low <= found.middle <= found.prudent <= found.high


def test_levels_are_tried_from_the_lowest() -> None:
    loads = [0.4] * 10
    levels = [level(loads, 0.95, 0.85), level([4.0], 0.95, 0.85), level([70.0], 0.95, 0.85)]
    assert [one.total.beds for one in levels] == [30, 8, 76]
    assert [one.viable for one in levels] == [0, 0, 1]
    assert least_level(levels, 0.85) == 2
    assert least_level(levels[:2], 0.85) is None
    assert least_level(levels, 0.4) == 1


def test_neighbours_join_nearest_first() -> None:
    miles = np.array([[0.0, 9.0, 3.0], [9.0, 0.0, 5.0], [3.0, 5.0, 0.0]])
    assert nearest_first(miles, 0) == [0, 2, 1]
    steps = pooled(np.array([1.0, 2.0, 4.0]), [0, 2, 1], 0.95)
    assert [step.load for step in steps] == [1, 5, 7]
    assert [step.beds for step in steps] == [4, beds_for(5, 0.95), beds_for(7, 0.95)]
