"""Beds dealt out afresh: against every possible deal, and the bounds that always hold."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from rcc_dash.models.assignment import NOWHERE
from rcc_dash.models.redeal import redealt

Case = tuple[
    NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64], tuple[NDArray[np.float64], NDArray[np.int64]]
]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    people, homes = draw(st.integers(1, 4)), draw(st.integers(1, 3))

    def some(values: st.SearchStrategy[object], number: int) -> NDArray[np.generic]:
        return np.array(draw(st.lists(values, min_size=number, max_size=number)))

    miles = some(st.integers(0, 60), people * homes).reshape(people, homes).astype(float)
    could = some(st.booleans(), people * homes).reshape(people, homes).astype(bool)
    at = some(st.integers(NOWHERE, homes - 1), people).astype(np.int64)
    places = some(st.integers(0, 2), homes).astype(np.int64)
    return miles, could, places, (some(st.integers(0, 60), people).astype(float), at)


def every_deal(case: Case) -> list[list[float]]:
    """Give the miles of everybody in each deal that is possible, by hand."""
    miles, could, places, (actual, at) = case
    room = [max(int(n), int((at == home).sum())) for home, n in enumerate(places)]
    found = []
    for deal in product(range(NOWHERE, len(room)), repeat=len(actual)):
        fits = all(deal.count(home) <= n for home, n in enumerate(room))
        allowed = all(
            at[who] == NOWHERE if to == NOWHERE else could[who, to] or at[who] == to
            for who, to in enumerate(deal)
        )
        if fits and allowed:
            found.append([
                float(actual[who] if to in {NOWHERE, at[who]} else miles[who, to])
                for who, to in enumerate(deal)
            ])  # fmt: skip
    return found


@given(cases())
def test_no_deal_leaves_fewer_people_far_and_then_fewer_miles(case: Case) -> None:
    found = redealt(*case, 20.0)
    best = min((sum(miles > 20 for miles in one), sum(one)) for one in every_deal(case))
    assert ((found > 20).sum(), found.sum()) == best


@given(cases())
def test_it_is_never_worse_than_now(case: Case) -> None:
    actual = case[3][0]
    assert (redealt(*case, 20.0) > 20).sum() <= (actual > 20).sum()
    assert redealt(*case, 100.0).sum() <= actual.sum()  # where nobody is beyond the limit only miles count


def test_two_who_live_in_each_others_home_change_places() -> None:
    miles = np.array([[1.0, 30.0], [30.0, 2.0]])
    now = (np.array([30.0, 30.0]), np.array([1, 0]))
    found = redealt(miles, np.ones((2, 2), bool), np.ones(2, np.int64), now, 20.0)
    assert found.tolist() == [1.0, 2.0]
