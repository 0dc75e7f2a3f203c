"""Middles and means: enough children on both sides, a fixed step aside, and nothing of the longest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.amounts import mean, quantile
from rcc_dash.domain.disclosure import Rule

PROTECTED, EXACT = Rule("pepper"), Rule("pepper", exact=True)
MILES = st.lists(st.floats(0, 300, allow_nan=False), min_size=0, max_size=400)


@pytest.mark.parametrize(("children", "share", "is_shown"), [
    (24, 0.5, True), (23, 0.5, False), (48, 0.25, True), (47, 0.25, False), (48, 0.75, True),
    (47, 0.75, False),
])  # fmt: skip
def test_a_quantile_needs_twelve_on_its_smaller_side(children: int, share: float, *, is_shown: bool) -> None:
    value, mark = quantile(PROTECTED, np.arange(children), share, 7)
    assert (value is not None) == is_shown
    assert mark == ("" if is_shown else "[c]")


@given(MILES, st.sampled_from([0.25, 0.5, 0.75]), st.integers(0, 2**70))
def test_a_quantile_is_near_the_true_one_and_always_the_same(
    miles: list[float], share: float, keys: int
) -> None:
    value, mark = quantile(PROTECTED, miles, share, keys)
    assert (value, mark) == quantile(PROTECTED, miles, share, keys)
    if value is None:
        assert mark == "[c]"
        return
    ordered = np.sort(miles)
    place = round(len(miles) * share) - 1
    assert round(ordered[max(place - 2, 0)]) <= value <= round(ordered[min(place + 2, len(miles) - 1)])


def test_different_children_step_aside_differently() -> None:
    values = {quantile(PROTECTED, np.arange(0, 200, 2), 0.5, keys)[0] for keys in range(60)}
    assert values == {94.0, 96.0, 98.0, 100.0, 102.0}


def test_the_furthest_child_cannot_be_read_off_a_mean() -> None:
    near = [5.0] * 60
    assert mean(PROTECTED, [*near, 5.0]) == mean(PROTECTED, [*near, 900.0])
    assert mean(PROTECTED, [5.0] * 9) == (None, "[c]")
    assert mean(PROTECTED, [4.0] * 5 + [8.0] * 5) == (6.0, "")


def test_exact_figures_are_exact_and_unknown_miles_are_left_out() -> None:
    assert quantile(EXACT, [1.0, 2.0, 9.0, np.nan], 0.5, 0) == (2.0, "")
    assert mean(EXACT, [1.0, 2.0, np.nan]) == (1.5, "")
    assert mean(EXACT, []) == (None, "[z]")
    assert quantile(EXACT, [], 0.5, 0) == (None, "[z]")
