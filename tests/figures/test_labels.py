from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.figures.labels import Box, Name, place_names, spellings

WINDOW = Box(0, 0, 400, 300)
NAMES = st.lists(
    st.builds(
        Name,
        code=st.uuids().map(str),
        text=st.sampled_from(["Kent", "Windsor and Maidenhead", "Isle of Wight", "West Berkshire", "Medway"]),
        x=st.floats(0, 400),
        y=st.floats(0, 300),
        clear=st.sampled_from([0.0, 12.0, 20.0]),
        rank=st.floats(0, 10),
        heading=st.one_of(st.none(), st.tuples(st.floats(-1, 1), st.floats(-1, 1))),
        note=st.sampled_from(["", "43%"]),
    ),
    max_size=14,
)


@given(NAMES)
def test_no_name_covers_another_or_a_circle_or_leaves_the_window(names: list[Name]) -> None:
    taken = Box(300, 250, 400, 300)
    placed = place_names(names, WINDOW, 13, [taken])
    assert not any(one.box.meets(other.box) for one, other in combinations(placed, 2))
    circles = [Box(n.x - n.clear, n.y - n.clear, n.x + n.clear, n.y + n.clear) for n in names if n.clear]
    for place in placed:
        assert not any(place.box.meets(circle) for circle in (*circles, taken))
        assert place.box.left >= 0
        assert place.box.right <= 400
        assert place.box.top >= 0
        assert place.box.bottom <= 300


@given(NAMES)
def test_places_do_not_depend_on_the_order_of_names(names: list[Name]) -> None:
    assert place_names(names, WINDOW, 13) == place_names(names[::-1], WINDOW, 13)


def test_a_lone_name_stands_on_its_point_and_one_with_a_circle_below_it() -> None:
    (alone,) = place_names([Name("a", "Kent", 200, 150, 0, 1)], WINDOW, 13)
    assert (alone.x, alone.y, alone.leader) == (200, 150, False)
    (below,) = place_names([Name("a", "Kent", 200, 150, 20, 1)], WINDOW, 13)
    assert below.x == 200
    assert below.box.top > 170
    assert not below.leader


def test_the_higher_rank_gets_the_better_place() -> None:
    low, high = Name("a", "Kent", 200, 150, 0, 1), Name("b", "Medway", 205, 152, 0, 2)
    placed = {place.code: place for place in place_names([low, high], WINDOW, 13)}
    assert (placed["b"].x, placed["b"].y) == (205, 152)
    assert placed["a"].y != 150


def test_a_name_by_an_arrow_stands_where_the_arrow_points() -> None:
    (up,) = place_names([Name("a", "Leeds", 200, 150, 3, 1, heading=(0.1, -5))], WINDOW, 13)
    assert up.box.bottom < 150


def test_a_note_stands_below_the_name() -> None:
    (placed,) = place_names([Name("a", "Kent", 200, 150, 0, 1, note="43%")], WINDOW, 13)
    assert placed.text == "Kent\n43%"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kent", ("Kent",)),
        ("East Sussex", ("East Sussex", "East\nSussex", "ES")),
        ("Windsor and Maidenhead", ("Windsor and\nMaidenhead", "Windsor and Maidenhead", "W&M")),
        ("Isle of Wight", ("Isle of\nWight", "Isle of Wight", "IW")),
    ],
)
def test_names_may_be_written_on_two_lines_or_as_initials(name: str, expected: tuple[str, ...]) -> None:
    assert spellings(name) == expected
