import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.figures.arrows import Gaps, arrow

FAR = st.tuples(st.floats(-900, 900), st.floats(-900, 900)).filter(lambda p: np.hypot(*p) > 80)


@given(FAR, st.sampled_from([5.0, 9.0, 14.0, 20.0]))
def test_an_arrow_narrows_to_its_neck_then_ends_in_a_wider_head(
    end: tuple[float, float], width: float
) -> None:
    outline = arrow(np.zeros(2), np.array(end), width, Gaps(8, 12))
    ring = outline[:-1]
    left, tip, right = ring[: len(ring) // 2], ring[len(ring) // 2], ring[len(ring) // 2 + 1 :][::-1]
    across = np.hypot(*(left - right).T)
    shaft, head = across[:-1], across[-1]
    assert np.all(np.diff(shaft) <= 1e-6)
    assert shaft[0] == pytest.approx(width, rel=1e-6)
    assert head > shaft[-1]
    assert np.hypot(*(tip - np.array(end))) == pytest.approx(12, abs=0.6)


@given(FAR)
def test_an_outline_is_closed_and_starts_and_ends_short_of_the_circles(end: tuple[float, float]) -> None:
    outline = arrow(np.zeros(2), np.array(end), 9, Gaps(15, 15))
    assert outline[0] == pytest.approx(outline[-1])
    assert np.hypot(*outline.T).min() > 13
    assert np.isfinite(outline).all()


def test_there_and_back_take_different_ways() -> None:
    one, other = np.array([0.0, 0.0]), np.array([200.0, 0.0])
    there, back = arrow(one, other, 9, Gaps(5, 5)), arrow(other, one, 9, Gaps(5, 5))
    assert there[:, 1].max() < 7
    assert back[:, 1].min() > -7
    assert abs(there[:, 1]).max() > 10


def test_neighbouring_circles_still_get_an_arrow() -> None:
    outline = arrow(np.zeros(2), np.array([20.0, 0.0]), 20, Gaps(22, 22))
    assert np.isfinite(outline).all()
    assert np.ptp(outline[:, 0]) > 8
