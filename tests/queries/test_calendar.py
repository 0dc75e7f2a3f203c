from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from rcc_dash.queries.calendar import Calendar, calendar, year_before
from rcc_dash.queries.reader import Reader

MARCH = {year: date(year, 3, 31) for year in range(2022, 2026)}
AUGUST = date(2024, 8, 31)
Readers = Callable[..., Reader]


@pytest.fixture
def dates(hand_made: Any) -> None:  # noqa: ANN401 the fixture's own class cannot be imported
    for as_of, children, homes in (
        (MARCH[2025], True, False), (MARCH[2023], True, True), (MARCH[2024], True, True),
        (AUGUST, False, True),
    ):  # fmt: skip
        row = {"as_of": as_of, "has_children": children, "has_homes": homes}
        hand_made.add("as_of_date", pd.DataFrame([row]))
    hand_made.home("1000001", as_of=MARCH[2023], list_scope="inspected")
    hand_made.home("1000001", as_of=MARCH[2024])


@pytest.mark.usefixtures("dates")
def test_dates_loaded_are_told_earliest_first(reader: Readers) -> None:
    found = calendar(reader())
    assert found.children == (MARCH[2023], MARCH[2024], MARCH[2025])
    assert found.homes == (MARCH[2023], MARCH[2024], AUGUST)
    assert found.dates == (MARCH[2023], MARCH[2024], AUGUST, MARCH[2025])
    assert found.inspected_only == {MARCH[2023]}


@pytest.mark.usefixtures("dates")
def test_the_latest_return_and_list_up_to_a_day_answer_for_it(reader: Readers) -> None:
    found = calendar(reader())
    assert (found.children_on(None), found.homes_on(None)) == (MARCH[2025], AUGUST)
    assert (found.children_on(AUGUST), found.homes_on(AUGUST)) == (MARCH[2024], AUGUST)
    assert (found.children_on(MARCH[2022]), found.homes_on(MARCH[2022])) == (None, None)


def test_nothing_loaded_is_no_date(reader: Readers) -> None:
    assert calendar(reader()) == Calendar((), (), frozenset())


@pytest.mark.parametrize(
    ("day", "before"),
    [(MARCH[2025], MARCH[2024]), (MARCH[2022], None), (date(2024, 2, 29), date(2023, 2, 28))],
)
def test_a_year_before_is_the_same_day_if_loaded(day: date, before: date | None) -> None:
    assert year_before(day, (date(2023, 2, 28), *list(MARCH.values())[0:4])) == before
