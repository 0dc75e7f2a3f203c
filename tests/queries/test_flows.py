"""Flows: worked by hand in the exact view; small ones hidden so that no choice of areas finds them out."""

from collections.abc import Callable
from itertools import combinations, product
from typing import Any

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.views import Focus, MapView, Mode
from rcc_dash.queries.flows import ELSEWHERE, flows
from rcc_dash.queries.reader import Reader

BOLTON, BURY, WIGAN, KENT = "E08000001", "E08000002", "E08000010", "E10000016"
DAY = pd.Timestamp("2025-03-31").date()
EVERYBODY = Filters()
COLUMNS = ["la_code", "placement_la", "la_name", "placement_name", "children", "kind"]
Readers = Callable[..., Reader]
HandMade = Any


@pytest.fixture
def moves(hand_made: HandMade) -> None:
    for la, placement_la, number in (
        (BOLTON, BOLTON, 20), (BOLTON, WIGAN, 12), (BOLTON, BURY, 4), (BOLTON, KENT, 3), (BOLTON, "SCO", 5),
        (BURY, BOLTON, 2), (WIGAN, KENT, 1), (KENT, BOLTON, 6), (KENT, BURY, 7), (BURY, None, 7),
    ):  # fmt: skip
        hand_made.children(number, la_code=la, placement_la=placement_la)


def pairs(reader: Reader, view: MapView, filters: Filters = EVERYBODY) -> list[tuple[str, str, int]]:
    frame = flows(reader, filters, view, DAY).frame
    assert list(frame.columns) == COLUMNS
    return list(frame[["la_code", "placement_la", "children"]].itertuples(index=False, name=None))


OUT = [
    (BOLTON, WIGAN, 12), (BOLTON, "SCO", 5), (BOLTON, BURY, 4), (BOLTON, KENT, 3), (BURY, BOLTON, 2),
    (WIGAN, KENT, 1),
]  # fmt: skip
IN = [(BOLTON, WIGAN, 12), (KENT, BURY, 7), (KENT, BOLTON, 6), (BOLTON, BURY, 4), (BURY, BOLTON, 2)]
WITHIN = [(BOLTON, WIGAN, 12), (BOLTON, BURY, 4), (BURY, BOLTON, 2)]


@pytest.mark.usefixtures("moves")
@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (MapView(Mode.OUT), OUT),
        (MapView(Mode.IN), IN),
        (MapView(Mode.WITHIN), WITHIN),
        (MapView(Mode.ALL), sorted({*OUT, *IN}, key=lambda pair: -pair[2])),
        (MapView(Mode.OUT, focus=Focus(BURY)), [(BURY, BOLTON, 2)]),
        (MapView(Mode.IN, focus=Focus(KENT)), [(BOLTON, KENT, 3), (WIGAN, KENT, 1)]),
        (MapView(Mode.WITHIN, focus=Focus(BURY)), []),
    ],
)
def test_exact_flows_are_those_on_fingers(
    reader: Readers, view: MapView, expected: list[tuple[str, str, int]]
) -> None:
    assert pairs(reader(exact=True), view) == expected


@pytest.mark.usefixtures("moves")
def test_a_flow_has_names_and_says_whether_it_stays_in_the_cooperative(reader: Readers) -> None:
    answer = flows(reader(exact=True), Filters(), MapView(Mode.OUT), DAY)
    rows = answer.frame.head(2)[["la_name", "placement_name", "kind"]].to_numpy().tolist()
    assert rows == [["Bolton", "Wigan", "inside"], ["Bolton", "Scotland", "outside"]]
    assert (answer.as_of, answer.empty_because) == (DAY, "")


@pytest.mark.usefixtures("moves")
def test_the_exact_view_follows_the_filter_of_children(hand_made: HandMade, reader: Readers) -> None:
    hand_made.children(8, placement="home", placement_la=WIGAN)
    found = pairs(reader(exact=True), MapView(Mode.OUT), Filters(placement=("home",)))
    assert found == [(BOLTON, WIGAN, 8)]


@pytest.mark.usefixtures("moves")
def test_small_flows_out_of_an_area_are_one_cell_with_its_own_draw(
    hand_made: HandMade, reader: Readers
) -> None:
    for pepper in range(4):
        protected = reader(pepper=str(pepper))
        wigan = protected.rule.count(*hand_made.cell(la_code=BOLTON, placement_la=WIGAN))
        small = protected.rule.count(*hand_made.cell(la_code=BOLTON, placement_la=[BURY, KENT, "SCO"]))
        found = pairs(protected, MapView(Mode.OUT))
        assert sorted(found) == sorted([(BOLTON, WIGAN, wigan), (BOLTON, ELSEWHERE, small)])


def test_one_small_flow_alone_is_never_told_as_elsewhere(hand_made: HandMade, reader: Readers) -> None:
    hand_made.children(9, placement_la=BURY)
    hand_made.children(30, placement_la=WIGAN)
    assert [to for _, to, _ in pairs(reader(), MapView(Mode.OUT))] == [WIGAN]


@pytest.mark.usefixtures("moves")
def test_no_choice_of_areas_draws_another_number_from_the_same_small_flows(reader: Readers) -> None:
    """Each way of looking gives the one `elsewhere` of an LA or none: unions cannot be tried out."""
    choices = [las for size in range(4) for las in combinations((BOLTON, BURY, WIGAN), size)]
    drawn: set[tuple[str, str, int]] = set()
    for las, mode, rcc in product(choices, Mode, ("gm", "se")):
        filters = Filters(rcc, las=las if rcc == "gm" else ())
        found = [pair for pair in pairs(reader(), MapView(mode), filters) if pair[1] == ELSEWHERE]
        assert not found or mode in {Mode.OUT, Mode.ALL}
        drawn |= {*found}
    assert sorted(la for la, _, _ in drawn) == sorted({la for la, _, _ in drawn}) == [BOLTON, KENT]


@pytest.mark.usefixtures("moves")
def test_the_protected_view_has_no_other_children_attribute(reader: Readers) -> None:
    plain = flows(reader(), Filters(), MapView(), DAY).frame
    crossed = flows(reader(), Filters(placement=("home",), age=("under1",)), MapView(), DAY).frame
    pd.testing.assert_frame_equal(plain, crossed)


@pytest.mark.parametrize(
    ("view", "filters"),
    [
        (MapView(Mode.WITHIN), Filters(las=(BOLTON, BURY))),
        (MapView(Mode.IN), Filters(las=(BURY,))),
        (MapView(Mode.OUT, focus=Focus(BOLTON)), Filters()),
        (MapView(Mode.ALL, focus=Focus(BURY)), Filters()),
    ],
)
def test_a_hidden_flow_looks_like_none(
    hand_made: HandMade, reader: Readers, view: MapView, filters: Filters
) -> None:
    hand_made.children(30, placement_la=WIGAN)
    before = flows(reader(), filters, view, DAY)
    hand_made.children(7, placement_la=BURY)
    after = flows(reader(), filters, view, DAY)
    pd.testing.assert_frame_equal(before.frame, after.frame)
    assert before.empty_because == after.empty_because


@pytest.mark.usefixtures("moves")
def test_no_view_shows_a_pair_of_fewer_than_ten_children(hand_made: HandMade, reader: Readers) -> None:
    for pepper, mode in product(range(3), Mode):
        for la, to, shown in pairs(reader(pepper=str(pepper)), MapView(mode)):
            assert shown >= 10
            assert shown % 5 == 0
            assert to == ELSEWHERE or hand_made.cell(la_code=la, placement_la=to)[0] >= 10


def test_no_flow_is_said_in_words(reader: Readers) -> None:
    assert "No child moved" in flows(reader(exact=True), Filters(), MapView(), DAY).empty_because
    assert "enough children" in flows(reader(), Filters(), MapView(), DAY).empty_because
