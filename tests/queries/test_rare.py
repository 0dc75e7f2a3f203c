"""Rare needs counted on the fingers: by area, in several cohorts at once, where they live, what they cost."""

from dataclasses import replace
from datetime import date
from typing import cast

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcc_dash.domain.cohorts import NEEDS_PAGE, Thresholds, cohorts_of
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.rare_children import ANY, rare_children
from rcc_dash.queries.rare_costs import rare_costs, rare_payers
from rcc_dash.queries.rare_counts import may_count, rare_areas, rare_rows
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.rare_places import places_by_area, rare_places
from rcc_dash.queries.rare_years import rare_headlines, rare_trend
from rcc_dash.queries.reader import Reader
from rcc_dash.store.warehouse import Warehouse
from tests.queries.conftest import DAY, HandMade, ReaderMaker

BOLTON, BURY, MANCHESTER, LEEDS = "E08000001", "E08000002", "E08000003", "E08000035"
BEFORE = date(2024, 3, 31)
LOADED = Calendar((BEFORE, DAY), (DAY,), frozenset())
PLAIN, GM = Thresholds(), Filters()
DEAR = RareAsked(GM, DAY, "dear", PLAIN)
YOUNG = RareAsked(GM, DAY, "young", PLAIN)
IN_HOME = {"placement": "home", "age_years": 9, "place_code": "K2", "legal_status": "C2"}


def in_region(hand_made: HandMade) -> None:
    """Young children in homes: 3 in Bolton, 12 in Bury, 25 in Manchester; and 200 others in each."""
    for la, young in ((BOLTON, 3), (BURY, 12), (MANCHESTER, 25)):
        hand_made.children(young, la_code=la, **IN_HOME)
        hand_made.children(200, la_code=la, age_years=14)


def test_children_are_counted_by_area_and_by_what_is_known(hand_made: HandMade, reader: ReaderMaker) -> None:
    in_region(hand_made)
    hand_made.children(5, la_code=BOLTON, placement="home", place_code="K2", legal_status="C2")
    areas = rare_areas(reader(exact=True), YOUNG)
    assert [areas[code].children.value for code in (ALL_AREAS, BOLTON, BURY, MANCHESTER)] == [40, 3, 12, 25]
    assert areas[BURY].rate.value == round(10_000 * 12 / 212)
    assert areas["E08000004"].children.mark == "[x]"
    rows = {row.code: row for row in rare_rows(reader(exact=True), YOUNG)}
    assert (rows["young"].known.value, rows["young"].children.value) == (640, 40)
    assert rows["young"].las_shown == 3


def test_what_no_file_tells_is_not_nobody(hand_made: HandMade, reader: ReaderMaker) -> None:
    in_region(hand_made)
    rows = {row.code: row for row in rare_rows(reader(exact=True), YOUNG)}
    assert rows["young"].is_told
    assert not rows["staffing"].is_told
    assert rows["staffing"].known.value == 0


def test_what_one_file_tells_is_known_of_those_it_tells_of(hand_made: HandMade, reader: ReaderMaker) -> None:
    in_region(hand_made)
    hand_made.children(1, la_code=BOLTON, staffing_ratio="2:1")
    rows = {row.code: row for row in rare_rows(reader(exact=True), YOUNG)}
    assert rows["staffing"].is_told
    assert (rows["staffing"].known.value, rows["staffing"].children.value) == (1, 1)


def test_those_who_began_in_the_year_are_those_of_the_date(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(4, la_code=BOLTON, placed_on=date(2024, 3, 31), **IN_HOME)
    hand_made.children(2, la_code=BOLTON, placed_on=date(2024, 4, 1), **IN_HOME)
    assert rare_areas(reader(exact=True), YOUNG)[BOLTON].began.value == 2


def test_hidden_areas_are_given_their_part_of_what_is_shown(hand_made: HandMade, reader: ReaderMaker) -> None:
    in_region(hand_made)
    areas = rare_areas(reader(), YOUNG)
    assert areas[BOLTON].children.mark == "[c]"
    assert 0 < (areas[BOLTON].expected or 0) < 10
    assert areas[MANCHESTER].expected is None
    assert all(area.expected is None for area in rare_areas(reader(exact=True), YOUNG).values())
    absent = replace(YOUNG, filters=Filters(las=(LEEDS,)))
    assert [area.expected for area in rare_areas(reader(exact=True), absent).values()] == [None, None]


def test_all_needs_together_are_no_free_union(hand_made: HandMade, reader: ReaderMaker) -> None:
    """Any need by many thresholds would tell of the few whom one of them adds; exact figures may."""
    hand_made.children(40, solo=True)
    hand_made.children(6, age_years=9, placement="home", place_code="K2")
    hand_made.children(6, weekly_cost_gbp=12_000.0)
    chosen = [Thresholds(gbp, young=young) for gbp in (5_000, 10_000, 20_000) for young in (8, 10, 12)]

    def together(asked: Reader, by: Thresholds) -> float | None:
        return rare_areas(asked, RareAsked(GM, DAY, ANY, by))[BOLTON].children.value

    assert len({together(reader(), by) for by in chosen}) == 1
    assert {together(reader(exact=True), by) for by in chosen} == {40, 46, 52}


@settings(max_examples=12)
@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=12))
def test_a_child_in_several_cohorts_is_counted_once(children: list[tuple[bool, bool, bool]]) -> None:
    with duckdb.connect(config={"threads": 1}) as connection:
        hand_made = HandMade(connection)
        for dols, solo, dear in children:
            cost = 12_000.0 if dear else 500.0
            hand_made.children(1, dols=dols, solo=solo, weekly_cost_gbp=cost, place_code="U4")
        asked = Reader(cast("Warehouse", hand_made), Rule("pepper", exact=True))
        rows = {row.code: row.children.value or 0 for row in rare_rows(asked, DEAR)}
    assert rows[ANY] == sum(any(child) for child in children)
    assert rows[ANY] <= sum(number for code, number in rows.items() if code != ANY)


def figures_of(found: object) -> list[Figure]:
    """Give every count of children in an answer."""
    if isinstance(found, Figure):
        return [found]
    if isinstance(found, dict):
        return [figure for part in found.values() for figure in figures_of(part)]
    if isinstance(found, tuple | list):
        return [figure for part in found for figure in figures_of(part)]
    fields = getattr(found, "__slots__", ())
    counts = {"children", "known", "looked_after", "began", "lives", "bands", "sectors", "priced"}
    return [figure for name in fields if name in counts for figure in figures_of(getattr(found, name))]


@pytest.mark.parametrize("number", [1, 4, 9, 10, 13, 27])
def test_no_cell_under_ten_is_shown_in_the_protected_view(
    hand_made: HandMade, reader: ReaderMaker, number: int
) -> None:
    for la in (BOLTON, BURY, MANCHESTER):
        hand_made.children(number, la_code=la, weekly_cost_gbp=11_000.0, placement_la=LEEDS, **IN_HOME)
        hand_made.children(300, la_code=la, weekly_cost_gbp=500.0, age_years=3)
    told = reader()
    found = [
        rare_rows(told, DEAR), rare_areas(told, DEAR), rare_places(told, DEAR), places_by_area(told, DEAR),
        rare_costs(told, DEAR), rare_payers(told, DEAR),
    ]  # fmt: skip
    shown = [figure.value for figure in figures_of(found) if figure.value is not None]
    assert shown
    assert [value for value in shown if value < 10 or value % 5] == []


def test_a_need_that_nearly_all_have_is_not_told(hand_made: HandMade, reader: ReaderMaker) -> None:
    for la in (BOLTON, BURY, MANCHESTER):
        hand_made.children(95, la_code=la, uasc=True, placement="supported", age="16plus")
        hand_made.children(5, la_code=la, uasc=False, placement="supported", age="16plus")
        hand_made.children(300, la_code=la, uasc=False, age="10to15")
    alone = RareAsked(GM, DAY, "uasc", PLAIN)
    assert rare_areas(reader(), alone)[BOLTON].children.value in {90, 95, 100}
    of_them = replace(alone, filters=Filters(placement=("supported",)))
    assert {area.children.value for area in rare_areas(reader(), of_them).values()} == {None}
    assert rare_areas(reader(exact=True), of_them)[BOLTON].children.value == 95


def test_where_children_live_adds_up(hand_made: HandMade, reader: ReaderMaker) -> None:
    for to, number in ((BOLTON, 2), (BURY, 3), (LEEDS, 4), (None, 1)):
        hand_made.children(number, placement_la=to, outside_la=to != BOLTON if to else None, **IN_HOME)
    hand_made.children(3, placement_la=BOLTON, distance_miles=25.0, **IN_HOME)
    own = rare_places(reader(exact=True), YOUNG)[0]
    assert [figure.value for figure in own.lives.values()] == [5, 3, 4, 1]
    assert own.beyond.value == round(100 * 4 / 13)
    assert own.far.value == round(100 * 3 / 13)


def test_years_and_key_figures_say_what_is_not_known(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(12, la_code=BURY, as_of=BEFORE)
    hand_made.children(12, la_code=BURY, weekly_cost_gbp=12_000.0)
    years = rare_trend(reader(exact=True), DEAR, LOADED)
    assert [year.figures["children"].value for year in years.values()] == [None, 12]
    assert rare_headlines(reader(exact=True), DEAR, LOADED)[4].now.value == 12_000


def test_two_filters_of_children_are_too_many_to_cross(reader: ReaderMaker) -> None:
    assert may_count(reader(), Filters(placement=("home",)))
    assert not may_count(reader(), Filters(placement=("home",), age=("10to15",)))
    assert may_count(reader(exact=True), Filters(placement=("home",), age=("10to15",)))


def test_every_cohort_of_the_page_has_its_columns(hand_made: HandMade, reader: ReaderMaker) -> None:
    in_region(hand_made)
    frame = rare_children(reader(exact=True), GM, (DAY,), PLAIN)
    for code in cohorts_of(NEEDS_PAGE):
        assert not (frame[f"in_{code}"] & ~frame[f"known_{code}"]).any()
    in_one = frame[[f"in_{code}" for code in cohorts_of(NEEDS_PAGE)]].any(axis="columns")
    assert frame["in_any"].tolist() == in_one.tolist()


def test_a_year_of_which_far_less_is_known_is_not_compared(hand_made: HandMade, reader: ReaderMaker) -> None:
    for day, known in ((BEFORE, 10), (DAY, 40)):
        hand_made.children(known, la_code=BURY, as_of=day, weekly_cost_gbp=12_000.0)
        hand_made.children(50 - known, la_code=BURY, as_of=day)
    children = rare_headlines(reader(exact=True), DEAR, LOADED)[0]
    assert (children.now.value, children.year_before.value) == (40, None)
    assert rare_trend(reader(exact=True), DEAR, LOADED)[BEFORE].known.value == 10
