"""Children and beds: the best of all ways to place them, as found by trying every one."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from rcc_dash.models.assignment import NOWHERE, assigned

Case = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64], NDArray[np.bool_]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    people, columns = draw(st.integers(1, 5)), draw(st.integers(1, 4))

    def table(values: st.SearchStrategy[object]) -> NDArray[np.generic]:
        cells = draw(st.lists(values, min_size=people * columns, max_size=people * columns))
        return np.array(cells).reshape(people, columns)

    places = np.array(draw(st.lists(st.integers(0, 2), min_size=columns, max_size=columns)))
    miles = table(st.integers(0, 20)).astype(float)
    return miles, table(st.booleans()).astype(bool), places, table(st.booleans()).astype(bool)


def worth(case: Case, choice: tuple[int, ...]) -> tuple[int, int, float] | None:
    """Give children placed, those where preferred, and miles saved; None for what is not allowed."""
    miles, could, places, preferred = case
    pairs = [(who, where) for who, where in enumerate(choice) if where != NOWHERE]
    if any(not could[pair] for pair in pairs):
        return None
    if any(sum(where == column for _, where in pairs) > room for column, room in enumerate(places)):
        return None
    return len(pairs), sum(int(preferred[pair]) for pair in pairs), -sum(float(miles[pair]) for pair in pairs)


def worth_alone(case: Case, alone: list[bool], choice: tuple[int, ...]) -> tuple[int, int, float] | None:
    """Give the worth of a choice in which nobody who must be alone has company, else None."""
    shared = [where for who, where in enumerate(choice) if alone[who] and choice.count(where) > 1]
    return None if any(where != NOWHERE for where in shared) else worth(case, choice)


def best(case: Case) -> tuple[int, int, float]:
    people, columns = case[1].shape
    found = (worth(case, choice) for choice in product(range(NOWHERE, columns), repeat=people))
    return max(one for one in found if one is not None)


@given(cases())
def test_it_is_as_good_as_the_best_of_all_choices(case: Case) -> None:
    assert worth(case, tuple(assigned(*case).tolist())) == best(case)


@given(cases())
def test_without_a_preference_it_is_children_then_miles(case: Case) -> None:
    plain = (*case[:3], np.zeros_like(case[3]))
    assert worth(plain, tuple(assigned(*case[:3]).tolist())) == best(plain)


@given(cases(), st.lists(st.booleans(), min_size=5, max_size=5))
def test_who_must_be_alone_fills_a_home_and_the_rest_is_still_the_best(case: Case, alone: list[bool]) -> None:
    people, columns = case[1].shape
    found = tuple(assigned(*case, np.array(alone[:people])).tolist())
    every = (worth_alone(case, alone, one) for one in product(range(NOWHERE, columns), repeat=people))
    assert worth_alone(case, alone, found) == max(one for one in every if one is not None)


@given(cases(), st.integers(0, 3))
def test_one_more_place_never_serves_fewer(case: Case, column: int) -> None:
    miles, could, places, preferred = case
    more = places.copy()
    more[column % len(places)] += 1
    before = (assigned(miles, could, places, preferred) != NOWHERE).sum()
    assert (assigned(miles, could, more, preferred) != NOWHERE).sum() >= before


@given(cases(), st.randoms())
def test_the_order_of_the_children_changes_nothing_that_is_counted(case: Case, random: object) -> None:
    miles, could, places, preferred = case
    order = np.arange(len(could))
    random.shuffle(order)  # type: ignore[attr-defined]
    mixed = (miles[order], could[order], places, preferred[order])
    assert worth(mixed, tuple(assigned(*mixed).tolist())) == worth(case, tuple(assigned(*case).tolist()))


@pytest.mark.parametrize(
    ("miles", "placed", "total"),
    [
        ([[1, 19], [2, 30], [25, 18]], [0, NOWHERE, 1], 19),
        ([[25, 19], [2, 30], [25, 18]], [NOWHERE, 0, 1], 20),
        ([[1, 2], [3, 99]], [1, 0], 5),  # whoever takes the nearest pair first places one child only
    ],
)
def test_the_worked_cases_of_the_methods(miles: list[list[float]], placed: list[int], total: float) -> None:
    table = np.array(miles, dtype=float)
    found = assigned(table, table <= 20, np.ones(2, dtype=np.int64))
    assert found.tolist() == placed
    assert sum(table[who, where] for who, where in enumerate(found) if where != NOWHERE) == total


def test_nobody_and_nowhere() -> None:
    assert assigned(np.zeros((0, 2)), np.zeros((0, 2), bool), np.ones(2, np.int64)).tolist() == []
    assert assigned(np.zeros((2, 0)), np.zeros((2, 0), bool), np.zeros(0, np.int64)).tolist() == [-1, -1]
