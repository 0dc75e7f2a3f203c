"""Children by area: worked by hand when exact; sums of cells, and nothing small, when protected."""

from collections.abc import Callable
from itertools import cycle, product
from typing import Any

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.children import ALL_AREAS, children_by_area
from rcc_dash.queries.children_tallies import PARTS
from rcc_dash.queries.reader import Reader

BOLTON, BURY, WIGAN, KENT = "E08000001", "E08000002", "E08000010", "E10000016"
DAY = pd.Timestamp("2025-03-31").date()
CELLS = {part: {} for part in PARTS} | {
    "outside": {"outside_la": True},
    "far": {"far": True},
    "residential": {"placement": "home"},
}
Readers = Callable[..., Reader]
HandMade = Any


def counts(reader: Reader, filters: Filters) -> dict[str, dict[str, int | None]]:
    found = children_by_area(reader, filters, DAY)
    assert all(tuple(row) == (*PARTS, "cells") for row in found.values())
    return {la: {part: row[part] for part in PARTS} for la, row in found.items()}


@pytest.fixture
def few(hand_made: HandMade) -> None:
    hand_made.children(3)
    hand_made.children(2, placement="home", outside_la=True, far=True, age="16plus")
    hand_made.children(1, placement="home", outside_la=True, far=None, age="16plus", provider="private")
    hand_made.children(4, la_code=BURY, outside_la=None)
    hand_made.children(5, la_code=KENT)
    hand_made.children(9, as_of=pd.Timestamp("2024-03-31").date())


@pytest.mark.usefixtures("few")
def test_exact_counts_are_those_on_fingers(reader: Readers) -> None:
    found = counts(reader(exact=True), Filters())
    order = ("children", "outside", "not_outside", "far", "not_far", "residential")
    assert {la: tuple(row[part] for part in order) for la, row in found.items()} == {
        ALL_AREAS: (10, 3, 7, 2, 8, 3),
        BOLTON: (6, 3, 3, 2, 4, 3),
        BURY: (4, 0, 4, 0, 4, 0),  # not known to be outside is not outside, as DfE counts
    }


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(placement=("home",)), {ALL_AREAS: 3, BOLTON: 3}),
        (Filters(placement=("home", "foster")), {ALL_AREAS: 10, BOLTON: 6, BURY: 4}),
        (Filters(placement=("home",), sector=("private",)), {ALL_AREAS: 1, BOLTON: 1}),
        (Filters(age=("under1",)), {}),
        (Filters(las=(BURY,)), {ALL_AREAS: 4, BURY: 4}),
        (Filters(rcc="se"), {ALL_AREAS: 5, KENT: 5}),
    ],
)
def test_exact_counts_follow_the_filter(reader: Readers, filters: Filters, expected: dict[str, int]) -> None:
    found = counts(reader(exact=True), filters)
    assert {la: row["children"] for la, row in found.items()} == expected


@pytest.mark.usefixtures("few")
def test_fewer_than_ten_are_nowhere_in_the_protected_view(reader: Readers) -> None:
    assert counts(reader(), Filters(las=(BOLTON, BURY))) == {}
    assert counts(reader(), Filters(rcc="se")) == {}


@pytest.fixture
def many(hand_made: HandMade) -> None:
    """Put cells of 0 to 40 children into three LAs of the cooperative."""
    numbers = cycle((0, 12, 3, 40, 8, 10, 1, 20, 9, 11, 0))
    places, ages = ("foster", "home", "supported"), ("10to15", "16plus")
    for la, place, age, outside, far in product(
        (BOLTON, BURY, WIGAN), places, ages, (True, False), (True, False)
    ):
        if number := next(numbers):
            hand_made.children(number, la_code=la, placement=place, age=age, outside_la=outside, far=far)


def own_cell(hand_made: HandMade, reader: Reader, part: str, **alike: object) -> tuple[int, int | None]:
    wanted = CELLS.get(part, {})
    if part.startswith("not_"):
        wanted = dict.fromkeys(CELLS[part.removeprefix("not_")], False)
    n, keys = hand_made.cell(**(alike | wanted))
    return n, reader.rule.count(n, keys)


@pytest.mark.usefixtures("many")
def test_one_areas_cell_is_the_cell_of_its_children(hand_made: HandMade, reader: Readers) -> None:
    for pepper in ("a", "b"):
        protected = reader(pepper=pepper)
        found = counts(protected, Filters(placement=("home",)))
        for la, part in product(
            (BOLTON, BURY, WIGAN), ("children", "outside", "not_outside", "far", "not_far")
        ):
            n, shown = own_cell(hand_made, protected, part, la_code=la, placement="home")
            assert found.get(la, {}).get(part) == shown
            assert shown is None or n >= 10


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("las", [(), (BOLTON,), (BOLTON, BURY)])
def test_a_choice_of_several_values_is_the_sum_of_the_cells_shown_for_each(
    reader: Readers, las: tuple[str, ...]
) -> None:
    protected = reader()
    places, ages = ("foster", "home", "supported"), ("10to15", "16plus")
    together = counts(protected, Filters(las=las, placement=places, age=ages))
    each = [counts(protected, Filters(las=las, placement=(p,), age=(a,))) for p, a in product(places, ages)]
    for la, part in product((ALL_AREAS, *(las or (BOLTON, BURY, WIGAN))), PARTS):
        shown = [one[la][part] for one in each if la in one and one[la][part] is not None]
        assert together.get(la, {}).get(part) == (sum(shown) if shown else None)


@pytest.mark.usefixtures("many")
def test_several_areas_chosen_are_the_sum_of_each(reader: Readers) -> None:
    found = counts(reader(), Filters(las=(BOLTON, BURY)))
    for part in PARTS:
        assert found[ALL_AREAS][part] == found[BOLTON][part] + found[BURY][part]


@pytest.mark.usefixtures("many")
def test_a_whole_region_has_a_cell_of_its_own(hand_made: HandMade, reader: Readers) -> None:
    for pepper in ("a", "b", "c"):
        protected = reader(pepper=pepper)
        expected = own_cell(hand_made, protected, "children", as_of=pd.Timestamp(DAY))[1]
        assert counts(protected, Filters())[ALL_AREAS]["children"] == expected


def test_a_cell_that_one_area_could_take_itself_away_from_is_not_drawn_for_the_region(
    hand_made: HandMade, reader: Readers
) -> None:
    """Bolton knows its own 14, so 16 of the region would tell it the rest; its children may be told."""
    for la in (BOLTON, BURY, WIGAN):
        hand_made.children(40, la_code=la)
    hand_made.children(14, far=True)
    hand_made.children(1, far=True, la_code=BURY)
    hand_made.children(1, far=True, la_code=WIGAN)
    for pepper in range(8):
        found = counts(reader(pepper=str(pepper)), Filters())
        assert found[ALL_AREAS]["far"] == found[BOLTON]["far"]
        region = reader(pepper=str(pepper)).rule.count(*hand_made.cell())
        assert found[ALL_AREAS]["children"] == region


def test_two_areas_are_never_drawn_together(hand_made: HandMade, reader: Readers) -> None:
    hand_made.children(33, la_code=KENT)
    hand_made.children(33, la_code="E06000035")
    for pepper in range(6):
        found = counts(reader(pepper=str(pepper)), Filters(rcc="se", sub_region="kent"))
        assert found[ALL_AREAS]["children"] == found[KENT]["children"] + found["E06000035"]["children"]
