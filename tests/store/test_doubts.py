"""What is doubtful about a row beside other files: two rows each."""

from datetime import date
from pathlib import Path

import pytest

from rcc_dash.settings import DataHome
from rcc_dash.store.doubts import DOUBTS
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import BOLTON, built, episode, load, returns, sheet

Row = dict[str, object]


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def said(warehouse: Warehouse) -> set[tuple[object, ...]]:
    """Give source, code, row and number of rows of every warning of the build."""
    with warehouse._connection.cursor() as cursor:  # noqa: SLF001 -- no question of the app asks for rows
        cursor.execute("USE wh")
        found = cursor.execute(
            'SELECT source, code, "row", "rows" FROM problem WHERE severity = \'warning\''
        ).fetchall()
    return set(found)


def child(key: str, **more: object) -> Row:
    one = episode(key, "2023-05-01")
    plain = {name: one[name] for name in ("la_code", "year", "child_key", "record_key")}
    return {**plain, "born_month": date(2010, 6, 1), "sex": "F", "ethnic_code": "WBRI", **more}


def header(home: DataHome, year: int, *rows: Row) -> None:
    own = [{**row, "year": year} for row in rows]
    load(home, f"header-{year}", sheet("child", "ssda903_header", own, BOLTON, str(year)))


def order(key: str, started: str, ended: str | None = None) -> Row:
    days = {
        "started_on": date.fromisoformat(started),
        "ended_on": date.fromisoformat(ended) if ended else None,
    }
    return {**child(key), **days}


def test_an_episode_whose_child_is_not_in_the_file_of_children(home: DataHome) -> None:
    returns(home, episode("a", "2023-05-01"), episode("b", "2023-05-01"))
    header(home, 2024, child("a"))
    assert said(built(home)) == {("ssda903_episodes", "I02", 3, 1)}


def test_without_any_file_of_children_nobody_is_missing_from_it(home: DataHome) -> None:
    returns(home, episode("a", "2023-05-01"))
    assert said(built(home)) == set()


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"born_month": date(2010, 7, 1)}, {"I03"}),
        ({"sex": "M"}, {"I03"}),
        ({"sex": "U"}, set()),
        ({"ethnic_code": "WIRI"}, {"I03"}),
        ({"ethnic_code": "NOBT"}, set()),
        ({}, set()),
    ],
)
def test_details_that_differ_between_two_returns(home: DataHome, changes: Row, codes: set[str]) -> None:
    header(home, 2023, child("a", **changes))
    header(home, 2024, child("a"))
    found = said(built(home))
    assert found == {("ssda903_header", code, 2, 1) for code in codes}


@pytest.mark.parametrize(
    ("born", "place", "codes"),
    [
        (date(2023, 6, 1), "U4", {"I04"}),  # born a month after the start
        (date(2023, 5, 1), "U4", set()),
        (date(2005, 4, 1), "U4", {"I04"}),  # 18 in April, started in May
        (date(2005, 5, 1), "U4", set()),  # may be 17 on 1 May
        (date(2007, 6, 1), "K3", {"C08"}),
        (date(2007, 5, 1), "K3", set()),
        (date(2007, 6, 1), "K2", set()),
    ],
)
def test_ages_that_do_not_fit_the_episode(home: DataHome, born: date, place: str, codes: set[str]) -> None:
    returns(home, episode("a", "2023-05-01", place_code=place), episode("b", "2023-05-01"))
    header(home, 2024, child("a", born_month=born), child("b"))
    assert said(built(home)) == {("ssda903_episodes", code, 2, 1) for code in codes}


@pytest.mark.parametrize(
    ("stay", "one", "times"),
    [
        ({"place_code": "K2"}, order("a", "2023-06-01"), 0),
        ({"place_code": "K1"}, order("a", "2023-06-01"), 1),
        ({"place_code": "U4"}, order("a", "2023-06-01", "2023-07-01"), 1),
        ({"place_code": "K2"}, order("a", "2023-04-01", "2023-06-01"), 1),  # begins before care
        ({"place_code": "K2"}, order("b", "2023-06-01"), 1),  # of a child without an episode
        (
            {"place_code": "K2", "ended_on": "2023-09-01"},
            order("a", "2023-06-01"),
            1,
        ),  # runs on after care
        ({"place_code": "K2", "ended_on": "2023-09-01"}, order("a", "2023-06-01", "2023-09-01"), 0),
    ],
)
def test_orders_beside_placements(home: DataHome, stay: dict[str, str], one: Row, times: int) -> None:
    returns(home, episode("a", "2023-05-01", **stay))
    load(home, "dolo", sheet("dolo", "ssda903_dolo", [one], BOLTON, "2024"))
    assert said(built(home)) == ({("ssda903_dolo", "E14", 2, 1)} if times else set())


@pytest.mark.parametrize(
    ("then", "codes"), [(6100.0, {"K06"}), (6000.0, set()), (1900.0, {"K06"}), (2000.0, set())]
)
def test_a_cost_that_jumped_between_two_extracts(home: DataHome, then: float, codes: set[str]) -> None:
    first = episode("a", "2023-05-01")
    stay = {
        name: first[name]
        for name in ("la_code", "year", "child_key", "record_key", "started_on", "place_code")
    }
    for day, pounds in (("2023-12-31", 4000.0), ("2024-03-31", then)):
        row = {**stay, "as_of": date.fromisoformat(day), "weekly_cost_gbp": pounds}
        load(home, f"cost {day}", sheet("placement_cost", "placement_costs", [row], BOLTON, day))
    assert said(built(home)) == {("placement_costs", code, 2, 1) for code in codes}


def test_many_doubtful_rows_are_told_as_a_number(home: DataHome) -> None:
    returns(home, *(episode(f"c{number}", "2023-05-01") for number in range(201)))
    header(home, 2024, child("somebody else"))
    assert said(built(home)) == {("ssda903_episodes", "I02", None, 201)}


def test_every_doubt_says_what_and_how() -> None:
    assert all(len(words) == 3 and all(words) for words in DOUBTS.values())
