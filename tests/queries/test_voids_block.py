"""A block of beds: who needs them, counted or guessed from what may be shown, and who would pay what."""

from datetime import date

import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_block import Terms, block_shared
from tests.queries.conftest import DAY, HandMade, ReaderMaker

BOLTON, BURY, MANCHESTER = "E08000001", "E08000002", "E08000003"
BEFORE = date(2024, 3, 31)
LOADED = Calendar((BEFORE, DAY), (DAY,), frozenset())
TERMS = Terms("home", 10, 7_500)
THREE = Filters(las=(BOLTON, BURY, MANCHESTER))


def test_loads_are_near_the_average_of_the_dates_and_costs_follow_them(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    for day, bolton in ((BEFORE, 2), (DAY, 4)):
        hand_made.children(bolton, la_code=BOLTON, placement="home", as_of=day)
        hand_made.children(9, la_code=BURY, placement="home", as_of=day)
        hand_made.children(20, la_code=MANCHESTER, as_of=day)
    found = block_shared(reader(exact=True), THREE, LOADED, TERMS)
    assert found
    assert found.days == (BEFORE, DAY)
    assert sum(found.loads.values()) == pytest.approx(12)
    assert 0 < found.loads[MANCHESTER] < 1
    assert 2 < found.loads[BOLTON] < 3
    assert 8 < found.loads[BURY] < 9
    assert found.result.shares == pytest.approx([load / 12 for load in found.loads.values()])
    assert found.counted[BOLTON].value == 4


def _of_all_members(who: Reader) -> float | None:
    found = block_shared(who, Filters(), LOADED, TERMS)
    assert found
    return found.counted[""].value


def test_a_few_children_are_guessed_from_the_size_of_their_la_and_stay_below_ten(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    hand_made.children(3, la_code=BOLTON, placement="home")
    hand_made.children(8, la_code=BURY, placement="home")
    hand_made.children(60, la_code=MANCHESTER, placement="home")
    hand_made.children(100, la_code=BOLTON)
    hand_made.children(10, la_code=BURY)  # of fewer than ten in all it could not be told who tells
    found = block_shared(reader(), THREE, LOADED, TERMS)
    assert found
    assert found.counted[BOLTON].mark == found.counted[BURY].mark == "[c]"
    assert found.loads[BURY] < found.loads[BOLTON] < 10
    assert sum(found.loads.values()) == pytest.approx(_of_all_members(reader()))
    other = block_shared(reader(pepper="other"), THREE, LOADED, TERMS)
    assert other
    assert other.counted[BOLTON].value is None


def test_nobody_of_the_cohort_is_nothing_to_share(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(20)
    for cohort in ("dear", "solo", "dols", "far", "young", "home"):
        assert block_shared(reader(exact=True), THREE, LOADED, Terms(cohort, 3, 7_500)) is None


@pytest.mark.parametrize(
    ("cohort", "child"),
    [
        ("dear", {"weekly_cost_gbp": 10_000.0}),
        ("solo", {"solo": True}),
        ("dols", {"dols": True}),
        ("far", {"placement": "home", "distance_miles": 21.0}),
        ("young", {"placement": "home", "age_years": 9}),
    ],
)
def test_who_belongs_to_each_cohort(
    hand_made: HandMade, reader: ReaderMaker, cohort: str, child: dict[str, object]
) -> None:
    hand_made.children(5, **child)
    hand_made.children(7, placement="home", age_years=10, weekly_cost_gbp=9_999.0, distance_miles=20.0)
    found = block_shared(reader(exact=True), THREE, LOADED, Terms(cohort, 3, 7_500))
    assert found
    assert found.loads[BOLTON] == 5
