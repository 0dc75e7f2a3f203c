from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import NOT_KNOWN, Headline
from rcc_dash.domain.measures import OVERVIEW_MEASURES, measures
from rcc_dash.figures.written import written
from rcc_dash.queries.area_values import Day
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.headlines import england, headlines
from rcc_dash.queries.reader import Reader

BURY, KENT = "E08000002", "E10000016"
NOW, BEFORE = date(2025, 3, 31), date(2024, 3, 31)
CALENDAR = Calendar((BEFORE, NOW), (BEFORE, NOW), frozenset())
Readers = Callable[..., Reader]


@pytest.fixture
def two_years(hand_made: Any) -> None:  # noqa: ANN401 the fixture's own class cannot be imported
    hand_made.children(6)
    hand_made.children(4, outside_la=True, far=True)
    hand_made.children(8, as_of=BEFORE, outside_la=True)
    hand_made.children(5, la_code=KENT)
    hand_made.home("1000001", la_code=BURY, places=4)
    hand_made.home("1000001", la_code=BURY, places=3, as_of=BEFORE)


def cards(reader: Reader, filters: Filters, calendar: Calendar = CALENDAR) -> dict[str, Headline]:
    return {card.measure.code: card for card in headlines(reader, filters, calendar)[1]}


@pytest.mark.usefixtures("two_years")
def test_key_figures_stand_beside_last_year_and_the_other_cooperative(reader: Readers) -> None:
    found = cards(reader(exact=True), Filters())
    assert tuple(found) == OVERVIEW_MEASURES
    children, outside, places = found["children"], found["outside"], found["places"]
    assert (children.now.value, children.year_before.value, children.other.value) == (10, 8, 5)
    assert children.change == 2
    assert (outside.now.value, outside.year_before.value, outside.other.value) == (40, 100, 0)
    assert (places.now.value, places.year_before.value, places.other.value) == (4, 3, 0)
    assert children.other_name == "South East"
    assert cards(reader(exact=True), Filters(rcc="se"))["children"].other.value == 10


@pytest.mark.usefixtures("two_years")
def test_a_year_that_is_not_loaded_is_not_known(reader: Readers) -> None:
    found = cards(reader(exact=True), Filters(as_of=BEFORE))
    assert found["children"].now.value == 8
    assert found["children"].year_before == NOT_KNOWN
    assert found["children"].change is None


@pytest.mark.usefixtures("two_years")
def test_england_is_left_out_where_children_are_filtered(reader: Readers) -> None:
    assert cards(reader(), Filters())["children"].england.value == 81_770
    assert cards(reader(), Filters(age=("under1",)))["children"].england == NOT_KNOWN
    assert cards(reader(), Filters(las=(BURY,)))["children"].england.value == 81_770


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("children", 81_770),
        ("outside", 100 * 36_350 / 81_770),
        ("far", 100 * 18_120 / 81_770),
        ("homes", 4_009),
        ("places", 15_742),
        ("places_per_100", 100 * 15_742 / 9_480),
    ],
)
def test_england_is_as_published(reader: Readers, code: str, value: float) -> None:
    found = england(reader(), code, Day(NOW, NOW))
    assert found.value == pytest.approx(value)
    assert found.as_of == NOW
    assert england(reader(), code, Day(date(1999, 3, 31), date(1999, 3, 31))).value is None
    assert england(reader(), code, Day(None, None)) == NOT_KNOWN


def test_nothing_loaded_is_no_figure_and_no_failure(reader: Readers) -> None:
    nothing = Calendar((), (), frozenset())
    for card in cards(reader(), Filters(), nothing).values():
        assert replace(card.now, mark="") == card.year_before == NOT_KNOWN


def test_the_share_of_england_outside_is_written_as_dfe_writes_it(reader: Readers) -> None:
    """36,350 of 81,770 are 44.45%, which DfE prints as 44%: rounded twice they were 45%."""
    assert written(england(reader(), "outside", Day(NOW, NOW)), measures()["outside"].unit) == "44%"
