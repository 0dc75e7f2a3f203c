"""Slices: the numbers of every other page, totals of their own, and what may not be crossed is said."""

import pytest

from rcc_dash.domain.disclosure import HIDDEN, HIGH, NOT_RETURNED
from rcc_dash.domain.explore import ALL, Slice, refusal
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.queries.area_values import Day, area_values
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.explore import Pivot, explore
from rcc_dash.queries.reader import Reader
from tests.disclosure.test_one_cell_one_number import random_filters
from tests.queries.conftest import DAY, HandMade, ReaderMaker, Region

BOLTON, BURY, WIGAN, KENT = "E08000001", "E08000002", "E08000010", "E10000016"
F = Filters


@pytest.mark.parametrize("seed", range(12))
def test_a_slice_has_the_numbers_of_the_other_pages(region: Region, seed: int) -> None:
    filters = random_filters(seed)
    elsewhere = area_values(region[1], filters, Day(DAY, DAY)).figures
    for measure in ("children", "outside", "far", "residential", "homes", "places", "places_per_100"):
        one = Slice(measure, "la_code", "none")
        if refusal(one, filters, is_exact=False):
            continue
        found = explore(region[1], one, filters, region[2])
        assert found
        for code in (ALL_AREAS, *filters.la_codes):
            same(found.figure(code, ALL), elsewhere[code][measure])


def same(ours: Figure, theirs: Figure) -> None:
    """Alike, but that a sum with a part that is nearly all of its group is not told here (decision 18)."""
    if ours.mark != HIGH:
        assert (ours.value, ours.mark) == (theirs.value, theirs.mark)


def sliced(reader: Reader, one: Slice, filters: Filters) -> Pivot:
    found = explore(reader, one, filters, Calendar((DAY,), (), frozenset()))
    assert found
    return found


def test_cells_and_totals_are_the_sets_of_children_that_they_say(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    for la in cooperatives()["gm"].la_codes:
        hand_made.children(30, la_code=la)
    hand_made.children(40, la_code=BOLTON, placement="home", age="10to15", far=True)
    hand_made.children(40, la_code=BOLTON, age="10to15")
    hand_made.children(4, la_code=BOLTON, placement="home", age="1to4")
    one, asker = Slice("children", "la_code", "age"), reader()
    found = sliced(asker, one, Filters(placement=("home",)))
    rule = asker.rule
    assert found.figure(BOLTON, "10to15").value == rule.count(
        *hand_made.cell(la_code=BOLTON, placement="home", age="10to15")
    )
    assert found.figure(BOLTON, "1to4") == found.figure(BURY, "1to4") == Figure(None, HIDDEN)
    exact = sliced(reader(exact=True), one, Filters(placement=("home",)))
    assert [exact.figure(BOLTON, age).value for age in (ALL, "10to15", "1to4", "5to9")] == [44, 40, 4, 0]


def test_what_is_nearly_all_of_its_group_is_not_told(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(200, la_code=BOLTON)
    hand_made.children(12, la_code=BOLTON, placement="home")
    hand_made.children(100, la_code=BURY)
    hand_made.children(100, la_code=BURY, placement="home")
    found = sliced(reader(), Slice("children", "la_code", "placement"), Filters(las=(BOLTON, BURY)))
    assert found.figure(BOLTON, "foster").mark == HIGH
    assert found.figure(BURY, "foster").value
    assert found.figure(ALL, "foster").mark == HIGH


def test_an_area_without_a_return_is_not_an_area_without_children(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    hand_made.children(40, la_code=BOLTON)
    found = sliced(reader(), Slice("children", "placement", "la_code"), Filters())
    assert found.figure("foster", BURY).mark == NOT_RETURNED
    assert found.figure("home", BOLTON).mark == HIDDEN
    returned = [one for (_, la), one in found.figures.items() if la in (ALL, BOLTON)]
    assert found.hidden == sum(one.value is None for one in returned)
    assert 0 < found.hidden < len(returned)


@pytest.mark.parametrize(
    ("one", "filters", "said"),
    [
        (
            Slice("children", "placement", "legal"),
            F(age=("16plus",), sector=("private",)),
            "4 things at once",
        ),
        (Slice("far", "placement", "care"), F(age=("16plus",)), "Take a filter off above"),
        (Slice("homes", "age", "none"), F(), "cannot be split by age band"),
        (Slice("children", "judgement", "none"), F(), "cannot be split by Ofsted's judgement"),
        (Slice("residential", "placement", "none"), F(), "cannot be split by placement type"),
        (Slice("residential", "age", "none"), F(placement=("foster",)), "Take that filter off"),
    ],
)
def test_what_is_refused_says_what_to_take_off(one: Slice, filters: Filters, said: str) -> None:
    assert said in refusal(one, filters, is_exact=False)


def test_exact_figures_may_be_crossed_freely() -> None:
    assert not refusal(Slice("far", "placement", "care"), F(age=("16plus",)), is_exact=True)
