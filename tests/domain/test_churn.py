"""An LA's numbers change between releases only with ten of its children; birthdays are none of them (D9)."""

from datetime import date

import pandas as pd
import pytest

from rcc_dash.domain.churn import CARRIED, FRESH, changed, standings

BOLTON, BURY = "E08000001", "E08000002"
MARCH_2024, MARCH_2025 = date(2024, 3, 31), date(2025, 3, 31)


def children(first: int, last: int, *, placement: str = "foster", age: int = 9) -> pd.DataFrame:
    """Children of these numbers, all alike."""
    keys = range(first, last)
    return pd.DataFrame({"record_key": keys, "placement": placement, "age_years": age}).astype(
        {"record_key": "uint64"}
    )


def state(before: pd.DataFrame, now: pd.DataFrame, day: date = MARCH_2025) -> str:
    (found,) = standings({(BOLTON, day): now}, {(BOLTON, day): before}, None)
    return found.state


@pytest.mark.parametrize(("number", "expected"), [(0, CARRIED), (9, CARRIED), (10, FRESH)])
def test_as_many_who_joined_left_or_moved_release_an_la(number: int, expected: str) -> None:
    before = children(0, 100)
    moved = pd.concat([children(0, number, placement="home"), children(number, 100)])
    for now in (children(0, 100 + number), children(number, 100), moved):
        assert changed(now, before) == number
        assert state(before, now) == expected


def test_some_of_each_add_up() -> None:
    before = children(0, 100)
    now = pd.concat([children(3, 6, placement="home"), children(6, 104)])
    assert changed(now, before) == 3 + 3 + 4
    assert state(before, now) == FRESH


def test_fifty_birthdays_release_nobody() -> None:
    before, now = children(0, 100), pd.concat([children(0, 50, age=10), children(50, 100)])
    assert changed(now, before) == 0
    assert state(before, now) == CARRIED


def test_a_new_date_is_held_against_the_one_before() -> None:
    then = children(0, 100)
    for number, expected in ((9, CARRIED), (10, FRESH)):
        now = {(BOLTON, MARCH_2024): then, (BOLTON, MARCH_2025): children(0, 100 + number)}
        first, second = standings(now, {(BOLTON, MARCH_2024): then}, None)
        assert (first.state, second.state) == (CARRIED, expected)
        assert second.children_of == (MARCH_2024 if expected == CARRIED else MARCH_2025)


def test_changes_of_nine_add_up_over_releases_and_dates() -> None:
    released = {(BOLTON, MARCH_2024): children(0, 100)}
    assert standings({(BOLTON, MARCH_2024): children(0, 109)}, released, None)[0].state == CARRIED
    assert standings({(BOLTON, MARCH_2024): children(0, 118)}, released, None)[0].state == FRESH


def test_a_return_taken_back_goes_with_ten_children_and_stays_with_nine() -> None:
    assert standings({}, {(BOLTON, MARCH_2025): children(0, 10)}, None) == ()
    assert standings({}, {(BOLTON, MARCH_2025): children(0, 9)}, None)[0].state == CARRIED


def test_only_las_that_are_named_may_change() -> None:
    now = {(la, MARCH_2025): children(0, 50) for la in (BOLTON, BURY)}
    released = {(BOLTON, MARCH_2025): children(0, 100)}
    assert [(one.la_code, one.state) for one in standings(now, released, {BURY})] == [
        (BOLTON, CARRIED),
        (BURY, FRESH),
    ]
    assert standings({(BURY, MARCH_2025): children(0, 50)}, {}, {BOLTON}) == ()
