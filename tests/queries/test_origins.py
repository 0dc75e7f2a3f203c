from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.origins import origins
from rcc_dash.queries.reader import Reader

BOLTON, BURY, KENT = "E08000001", "E08000002", "E10000016"
DAY = pd.Timestamp("2025-03-31").date()
Readers = Callable[..., Reader]
HandMade = Any


@pytest.fixture
def hexagons(hand_made: HandMade) -> None:
    for hex6, hex5, number, la in (
        ("a1", "A", 25, BOLTON), ("a2", "A", 4, BOLTON),  # A has a large one: its small one stays hidden
        ("b1", "B", 7, BOLTON), ("b2", "B", 8, BOLTON), ("b3", "B", 1, BOLTON),  # B is 16 together
        ("c1", "C", 3, BURY), ("c2", "C", 2, BURY),  # C is too small even together
        ("d1", "D", 50, KENT), (None, None, 30, BOLTON),
    ):  # fmt: skip
        hand_made.children(number, la_code=la, origin_hex6=hex6, origin_hex5=hex5)


def hexes(reader: Reader, filters: Filters) -> dict[str, int]:
    frame = origins(reader, filters, DAY).frame
    assert list(frame.columns) == ["hex", "children"]
    return dict(frame.itertuples(index=False, name=None))


@pytest.mark.usefixtures("hexagons")
def test_exact_hexagons_are_those_on_fingers(reader: Readers) -> None:
    exact = reader(exact=True)
    assert hexes(exact, Filters()) == {"a1": 25, "a2": 4, "b1": 7, "b2": 8, "b3": 1, "c1": 3, "c2": 2}
    assert hexes(exact, Filters(las=(BURY,))) == {"c1": 3, "c2": 2}
    assert hexes(exact, Filters(placement=("home",))) == {}


@pytest.mark.usefixtures("hexagons")
def test_small_hexagons_are_rolled_up_or_not_drawn(hand_made: HandMade, reader: Readers) -> None:
    for pepper in range(5):
        protected = reader(pepper=str(pepper))
        large = protected.rule.count(*hand_made.cell(origin_hex6="a1"))
        together = protected.rule.count(*hand_made.cell(origin_hex5="B"))
        assert hexes(protected, Filters()) == {"a1": large, "B": together}


def test_no_area_can_take_its_own_children_out_of_a_shared_hexagon(
    hand_made: HandMade, reader: Readers
) -> None:
    hand_made.children(25, origin_hex6="a1", origin_hex5="A")
    hand_made.children(6, origin_hex6="a1", origin_hex5="A", la_code=BURY)
    hand_made.children(9, origin_hex6="b1", origin_hex5="B")
    hand_made.children(9, origin_hex6="b1", origin_hex5="B", la_code=BURY)
    for la in (BOLTON, BURY, "E08000010"):
        hand_made.children(20, origin_hex6="c1", origin_hex5="C", la_code=la)
    for pepper in range(5):
        protected = reader(pepper=str(pepper))
        own = protected.rule.count(*hand_made.cell(origin_hex6="a1", la_code=BOLTON))
        shared = protected.rule.count(*hand_made.cell(origin_hex6="c1"))
        assert hexes(protected, Filters()) == {"a1": own, "c1": shared}


def test_an_area_in_two_larger_hexagons_is_one_area_in_the_smaller(
    hand_made: HandMade, reader: Readers
) -> None:
    """Else its parts would pass for areas of their own, which cannot tell each other's children."""
    for hex5, number, la in (("L", 31, BOLTON), ("M", 16, BOLTON), ("L", 23, BURY)):
        hand_made.children(number, la_code=la, origin_hex6="e1", origin_hex5=hex5)
    for pepper in range(5):
        protected = reader(pepper=str(pepper))
        own = [protected.rule.count(*hand_made.cell(origin_hex6="e1", la_code=la)) for la in (BOLTON, BURY)]
        assert hexes(protected, Filters()) == {"e1": sum(own)}


@pytest.mark.usefixtures("hexagons")
def test_the_protected_map_is_the_whole_cooperatives_whatever_the_filter(reader: Readers) -> None:
    whole = hexes(reader(), Filters())
    assert hexes(reader(), Filters(las=(BURY,), placement=("home",), age=("under1",))) == whole


def test_a_hidden_hexagon_looks_like_an_empty_one(hand_made: HandMade, reader: Readers) -> None:
    hand_made.children(25, origin_hex6="a1", origin_hex5="A")
    before = origins(reader(), Filters(), DAY)
    hand_made.children(9, origin_hex6="b1", origin_hex5="B")
    after = origins(reader(), Filters(), DAY)
    pd.testing.assert_frame_equal(before.frame, after.frame)


def test_no_hexagon_is_said_in_words(reader: Readers) -> None:
    answer = origins(reader(), Filters(), DAY)
    assert answer.frame.empty
    assert answer.empty_because
