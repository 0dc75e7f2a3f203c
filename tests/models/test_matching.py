"""As many as possible, one place each: against trying every way."""

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rcc_dash.models.matching import served_together

SMALL = arrays(bool, (4, 3))
BEDS = arrays(np.int64, 3, elements=st.integers(0, 2))


def most(could: np.ndarray, beds: list[int]) -> int:
    best = 0
    for order in permutations(range(len(could))):
        left = list(beds)
        served = 0
        for who in order:
            where = next((w for w in range(len(beds)) if could[who, w] and left[w]), None)
            if where is not None:
                left[where] -= 1
                served += 1
        best = max(best, served)
    return best


@given(SMALL, BEDS)
def test_nobody_could_serve_more(could: np.ndarray, beds: np.ndarray) -> None:
    served = served_together(could, beds)
    assert served.sum() >= most(could, beds.tolist())
    assert served.sum() <= min(len(could), beds.sum())
    assert not (served & ~could.any(axis=1)).any()
    assert (served == served_together(could, beds)).all()


@given(SMALL, BEDS)
def test_a_place_more_never_serves_fewer(could: np.ndarray, beds: np.ndarray) -> None:
    assert served_together(could, beds + 1).sum() >= served_together(could, beds).sum()


def test_the_greedy_trap_is_avoided() -> None:
    could = np.array([[True, True], [True, False]])
    assert served_together(could, np.array([1, 1])).tolist() == [True, True]


def test_no_places_serve_nobody() -> None:
    assert served_together(np.ones((2, 1), bool), np.array([0])).tolist() == [False, False]
    assert served_together(np.ones((0, 1), bool), np.array([1])).tolist() == []
