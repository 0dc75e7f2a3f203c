"""A block of beds among LAs: everything paid for, once, and dear for those who use it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcc_dash.models.block import block
from rcc_dash.models.erlang import beds_used
from rcc_dash.settings import WEEKS_A_YEAR

LOADS = st.lists(st.floats(0.1, 20), min_size=1, max_size=6)


@settings(max_examples=25)
@given(LOADS, st.integers(1, 30))
def test_what_is_used_and_what_is_empty_is_all_that_is_paid_for(loads: list[float], beds: int) -> None:
    found = block(np.array(loads), beds, 7_500, 3, 1)
    assert found.used + found.void_weeks / WEEKS_A_YEAR == pytest.approx(beds)
    assert found.cost == pytest.approx(beds * 7_500 * WEEKS_A_YEAR)
    assert found.used == pytest.approx(float(beds_used(sum(loads), beds)))
    assert found.shares.sum() == pytest.approx(1)


@settings(max_examples=25)
@given(LOADS, st.integers(1, 30))
def test_ranges_lie_where_they_can(loads: list[float], beds: int) -> None:
    found = block(np.array(loads), beds, 7_500, 3, 1)
    assert 0 <= found.used_range[0] <= found.used_range[1] <= beds
    assert 0 <= found.served_range[0] <= found.served_range[1] <= 1
    for bands in (found.expected, found.actual):
        assert (bands[:, 0] <= bands[:, 1]).all()
        assert (bands >= 0).all()
        assert (bands <= found.cost + 1e-6).all()


def test_actual_use_is_less_certain_than_expected_use() -> None:
    found = block(np.array([4.0, 4.0, 12.0]), 15, 7_500, 5, 1)
    assert (np.diff(found.actual) > np.diff(found.expected)).all()
    assert found.expected[2, 0] > found.expected[0, 1]
    assert found.expected.mean(axis=1) == pytest.approx(found.shares * found.cost, rel=0.1)


def test_the_same_question_has_the_same_answer() -> None:
    one, other = (block(np.array([4.0, 8.0]), 10, 7_500, 3, 9) for _ in range(2))
    assert one.used_range == other.used_range
    assert (one.actual == other.actual).all()


def test_one_la_pays_all_whatever_the_rule() -> None:
    found = block(np.array([4.0]), 6, 1_000, 3, 1)
    assert found.expected.ravel() == pytest.approx([found.cost] * 2)
    assert found.actual.ravel() == pytest.approx([found.cost] * 2)
