"""A home's places: the states add up, whatever is known, returned or mistaken."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.models.ladder import Ladder, Returned, ladder

small = st.integers(0, 9)
homes = st.lists(
    st.tuples(small, small, st.booleans(), small, st.integers(-1, 9), small, small), min_size=1, max_size=8
)


def laddered(rows: list[tuple[int, int, bool, int, int, int, int]]) -> Ladder:
    places, known, told, occupied, available, one, other = (
        np.array(column) for column in zip(*rows, strict=True)
    )
    return ladder(places, known, Returned(told, occupied, available, np.column_stack([one, other])))


@given(homes)
def test_the_states_of_every_home_add_up_to_its_places(
    rows: list[tuple[int, int, bool, int, int, int, int]],
) -> None:
    found = laddered(rows)
    assert found.total().tolist() == [row[0] for row in rows]
    for state in (found.occupied, found.blocked, found.void, found.unknown):
        assert (state >= 0).all()


@given(homes)
def test_only_a_return_tells_of_voids_and_blocked_places(
    rows: list[tuple[int, int, bool, int, int, int, int]],
) -> None:
    found, told = laddered(rows), np.array([row[2] for row in rows])
    assert found.void[~told].sum() == 0
    assert found.blocked[~told].sum() == 0


def test_five_homes_by_hand() -> None:
    found = laddered([
        (6, 2, False, 0, -1, 0, 0),  # nothing returned: two children known, four places not known
        (6, 2, True, 3, 4, 1, 1),  # three occupied, two blocked, one ready
        (6, 2, True, 3, -1, 1, 1),  # the same with no word of what is available
        (6, 2, True, 3, 3, 1, 1),  # none is ready, so one place is not accounted for
        (2, 4, True, 5, -1, 2, 0),  # more children than places: full, and nothing else
    ])  # fmt: skip
    assert found.occupied.tolist() == [2, 3, 3, 3, 2]
    assert found.blocked.tolist() == [[0, 0], [1, 1], [1, 1], [1, 1], [0, 0]]
    assert found.void.tolist() == [0, 1, 1, 0, 0]
    assert found.unknown.tolist() == [4, 0, 0, 1, 0]
