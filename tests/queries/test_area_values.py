"""Every figure of every area: by hand when exact, and the marks that stand for what is not shown."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rcc_dash.domain.disclosure import HIDDEN, LOW, NONE, NOT_RETURNED
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import AREA_MEASURES
from rcc_dash.queries.area_values import AreaValues, Day, area_values
from rcc_dash.queries.reader import Reader

BOLTON, BURY, WIGAN, KENT = "E08000001", "E08000002", "E08000010", "E10000016"
MARCH = date(2025, 3, 31)
DAY = Day(MARCH, MARCH)
Readers = Callable[..., Reader]
HandMade = Any


def values(found: AreaValues, code: str = "") -> dict[str, float | str | None]:
    assert set(found.figures[code]) == set(AREA_MEASURES)
    return {
        k: figure.mark if figure.value is None else figure.value for k, figure in found.figures[code].items()
    }


@pytest.fixture
def few(hand_made: HandMade) -> None:
    hand_made.children(3)
    hand_made.children(2, placement="home", outside_la=True, far=True)
    hand_made.children(3, la_code=BURY, outside_la=True)
    hand_made.home("1000001", la_code=BOLTON, places=5)
    hand_made.home("1000002", la_code=WIGAN, places=4)


@pytest.mark.usefixtures("few")
def test_exact_figures_are_those_on_fingers(reader: Readers) -> None:
    found = area_values(reader(exact=True), Filters(), DAY)
    assert values(found) == {
        "outside": 63, "far": 25, "children": 8, "residential": 2, "homes": 2, "places": 9,
        "places_per_100": 450,
    }  # fmt: skip
    assert values(found, BOLTON) == {
        "outside": 40, "far": 40, "children": 5, "residential": 2, "homes": 1, "places": 5,
        "places_per_100": 250,
    }  # fmt: skip
    assert values(found, BURY) == {
        "outside": 100, "far": 0, "children": 3, "residential": 0, "homes": 0, "places": 0,
        "places_per_100": NONE,
    }  # fmt: skip
    assert found.figures[BOLTON]["outside"] == Figure(40.0, "", MARCH)
    assert found.hidden == 0


@pytest.mark.usefixtures("few")
def test_an_area_without_a_return_is_not_nought(reader: Readers) -> None:
    found = area_values(reader(exact=True), Filters(), DAY)
    assert WIGAN in found.not_returned
    assert values(found, WIGAN) == dict.fromkeys(AREA_MEASURES, NOT_RETURNED) | {"homes": 1, "places": 4}


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("exact", [True, False])
def test_a_cooperative_without_any_return_is_not_nought_or_hidden(reader: Readers, *, exact: bool) -> None:
    """Another cooperative's returns for the day say nothing about this one."""
    found = area_values(reader(exact=exact), Filters(rcc="se"), DAY)
    assert values(found) == dict.fromkeys(AREA_MEASURES, NOT_RETURNED) | {"homes": 0, "places": 0}
    assert found.not_returned == Filters(rcc="se").la_codes


@pytest.mark.usefixtures("few")
def test_a_returned_area_without_such_children_is_nought_in_the_exact_view(reader: Readers) -> None:
    found = values(area_values(reader(exact=True), Filters(age=("under1",)), DAY), BOLTON)
    assert (found["children"], found["residential"]) == (0, 0)
    assert (found["outside"], found["far"], found["places_per_100"]) == (NONE, NONE, NONE)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("day", [Day(None, MARCH), Day(MARCH, None), Day(None, None)])
def test_a_date_without_returns_or_list_is_not_nought(reader: Readers, day: Day) -> None:
    found = values(area_values(reader(exact=True), Filters(), day))
    assert (found["children"] == NOT_RETURNED) == (day.children is None)
    assert (found["homes"] == NOT_RETURNED) == (day.homes is None)


@pytest.mark.usefixtures("few")
def test_few_children_are_hidden_and_homes_are_not(reader: Readers) -> None:
    found = area_values(reader(), Filters(), DAY)
    assert values(found, BOLTON) == dict.fromkeys(AREA_MEASURES, HIDDEN) | {"homes": 1, "places": 5}
    assert found.hidden == 2  # Bolton and Bury; Wigan has returned nothing


def test_shares_come_from_cells_that_are_shown(hand_made: HandMade, reader: Readers) -> None:
    hand_made.children(60)
    hand_made.children(40, outside_la=True)
    hand_made.children(9, far=True)
    protected = reader()
    found = area_values(protected, Filters(las=(BOLTON,)), DAY).figures[BOLTON]
    part = protected.rule.count(*hand_made.cell(outside_la=True))
    whole = protected.rule.count(*hand_made.cell())
    assert found["outside"].value == round(100 * (part or 0) / (whole or 1))
    assert (found["far"].value, found["far"].mark) == (None, LOW)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(las=(BOLTON,), placement=("home",)),
        Filters(las=(BOLTON, BURY), placement=("home", "supported"), age=("5to9", "16plus")),
    ],
)
def test_hidden_and_empty_look_the_same(hand_made: HandMade, reader: Readers, filters: Filters) -> None:
    hand_made.children(30)
    hand_made.children(30, la_code=BURY)
    hand_made.home("1000001", la_code=BOLTON)
    before = area_values(reader(), filters, DAY)
    hand_made.children(9, placement="home", outside_la=True)
    assert area_values(reader(), filters, DAY) == before
    assert before.hidden == (8 if len(filters.las) == 2 else 1)
