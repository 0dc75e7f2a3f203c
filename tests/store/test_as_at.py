"""Who counts on a date, and with what."""

from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from rcc_dash.settings import DataHome
from rcc_dash.store.statements import statement
from tests.store.staged_by_hand import BOLTON, MANCHESTER, as_at, built, episode, load, returns, sheet

MARCH_2024, MARCH_2025 = date(2024, 3, 31), date(2025, 3, 31)


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def children(home: DataHome, *rows: dict[str, object]) -> pd.DataFrame:
    returns(home, *rows)
    return as_at(built(home))


def test_a_child_who_left_before_or_on_the_day_does_not_count(home: DataHome) -> None:
    found = children(
        home,
        episode("left before", "2023-05-01", "2024-03-30"),
        episode("left on the day", "2023-05-01", "2024-03-31"),
        episode("left after", "2023-05-01", "2024-04-01"),
        episode("came on the day", "2024-03-31"),
        episode("came after", "2024-04-01"),
    )
    assert len(found) == 2


def test_a_child_whom_the_return_left_open_counts_on_its_last_day_though_no_later_return_tells(
    home: DataHome,
) -> None:
    found = children(home, episode("a", "2023-05-01"), episode("b", "2024-06-01", year=2025))
    assert found["as_of"].dt.date.tolist() == [MARCH_2024, MARCH_2025]


def test_dates_are_those_of_each_las_own_returns(home: DataHome) -> None:
    found = children(
        home, episode("a", "2023-05-01"), episode("b", "2023-05-01", year=2025, la_code=MANCHESTER)
    )
    pairs = list(zip(found["la_code"], found["as_of"].dt.date, strict=True))
    assert pairs == [(BOLTON, MARCH_2024), (MANCHESTER, MARCH_2025)]


@pytest.mark.parametrize("status", ["V3", "V4"])
def test_short_breaks_do_not_count(home: DataHome, status: str) -> None:
    assert children(home, episode("a", "2023-05-01", legal_status=status)).empty


def test_a_blank_legal_status_counts(home: DataHome) -> None:
    assert len(children(home, episode("a", "2023-05-01", legal_status=None))) == 1


def test_a_child_counts_once_by_the_latest_episode(home: DataHome) -> None:
    found = children(
        home,
        episode("a", "2023-05-01", "2023-09-01", end_reason="X1"),
        episode("a", "2023-09-01", start_reason="P", place_code="K2"),
    )
    assert found["placement"].tolist() == ["home"]


def test_a_temporary_placement_counts_as_the_stay_that_it_interrupts(home: DataHome) -> None:
    found = children(
        home,
        episode("a", "2023-05-01", "2024-03-20", end_reason="X1", place_code="K2", placement_la=MANCHESTER),
        episode("a", "2024-03-20", "2024-03-25", end_reason="X1", start_reason="P", place_code="T1"),
        episode("a", "2024-03-25", start_reason="P", place_code="T2", placement_la=None),
    )
    assert found[["placement", "place_code", "placement_la"]].to_numpy().tolist() == [
        ["home", "K2", MANCHESTER]
    ]


def test_a_temporary_placement_does_not_reach_back_into_an_earlier_period_of_care(home: DataHome) -> None:
    found = children(
        home,
        episode("a", "2023-05-01", "2023-06-01", place_code="K2"),
        episode("a", "2024-03-20", start_reason="S", place_code="T1"),
    )
    assert found["placement"].tolist() == ["other"]


def test_an_unknown_place_is_other_and_an_unknown_provider_is_unknown(home: DataHome) -> None:
    found = children(home, episode("a", "2023-05-01", place_code=None, provider_code=None))
    assert found[["placement", "provider"]].to_numpy().tolist() == [["other", "unknown"]]


@pytest.mark.parametrize(
    ("miles", "far", "borderline"), [(20.0, False, True), (20.1, True, True), (22.1, True, False)]
)
def test_far_is_over_twenty_miles_and_sectors_may_err_near_it(
    home: DataHome, miles: float, *, far: bool, borderline: bool
) -> None:
    found = children(home, episode("a", "2023-05-01", distance_miles=miles, distance_basis="sector"))
    assert found[["far", "borderline"]].to_numpy().tolist() == [[far, borderline]]


def test_a_distance_between_postcodes_is_never_borderline(home: DataHome) -> None:
    found = children(home, episode("a", "2023-05-01", distance_miles=20.0, distance_basis="postcode"))
    assert found["borderline"].tolist() == [False]


def test_what_is_not_known_is_null(home: DataHome) -> None:
    found = children(home, episode("a", "2023-05-01", placement_la=None))
    assert found[["outside_la", "far", "age", "sex", "origin_hex6", "weekly_cost_gbp"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("born", "age", "band"),
    [
        ("2024-03-01", 0, "under1"),
        ("2023-04-01", 0, "under1"),
        ("2023-03-01", 1, "1to4"),
        ("2008-03-01", 16, "16plus"),
    ],
)
def test_ages_are_whole_years_on_the_day(home: DataHome, born: str, age: int, band: str) -> None:
    row = episode("a", "2024-03-30")
    child = {key: row[key] for key in ("la_code", "year", "child_key", "record_key")}
    header = {**child, "born_month": date.fromisoformat(born), "sex": "F"}
    load(home, "header", sheet("child", "ssda903_header", [header], BOLTON, "2024"))
    found = children(home, row)
    assert found[["age_years", "age", "sex"]].to_numpy().tolist() == [[age, band, "F"]]


@pytest.mark.parametrize(("ended", "is_uasc"), [(None, True), ("2024-03-31", False), ("2024-04-01", True)])
def test_uasc_is_in_the_file_and_not_ended(home: DataHome, ended: str | None, *, is_uasc: bool) -> None:
    row = episode("a", "2023-05-01")
    mine = {key: row[key] for key in ("la_code", "year", "child_key")}
    told = {**mine, "uasc_ended_on": date.fromisoformat(ended) if ended else None}
    load(home, "uasc", sheet("uasc", "ssda903_uasc", [told], BOLTON, "2024"))
    assert children(home, row)["uasc"].tolist() == [is_uasc]


_STAY = ("la_code", "year", "child_key", "record_key", "started_on", "place_code")


def test_the_cost_is_of_the_latest_extract_of_the_year_for_that_stay(home: DataHome) -> None:
    row = episode("a", "2023-05-01")
    cost = {**{key: row[key] for key in _STAY}, "ended_on": None}
    for day, pounds in (
        ("2023-03-31", 1.0),
        ("2023-12-31", 4000.0),
        ("2024-03-31", 4321.5),
        ("2024-06-30", 9.0),
    ):
        one = {**cost, "as_of": date.fromisoformat(day), "weekly_cost_gbp": pounds}
        load(home, f"cost {day}", sheet("placement_cost", "placement_costs", [one], BOLTON, day))
    assert children(home, row)["weekly_cost_gbp"].tolist() == [4321.5]


def test_a_change_of_legal_status_does_not_lose_the_cost_of_the_stay(home: DataHome) -> None:
    first = episode("a", "2023-05-01", ended_on="2023-09-01", end_reason="X1")
    second = episode("a", "2023-09-01", start_reason="L")
    cost = {**{key: first[key] for key in _STAY}, "ended_on": None, "weekly_cost_gbp": 4000.0}
    day = "2024-03-31"
    one = {**cost, "as_of": date.fromisoformat(day)}
    load(home, "cost", sheet("placement_cost", "placement_costs", [one], BOLTON, day))
    assert children(home, first, second)["weekly_cost_gbp"].tolist() == [4000.0]


def test_origins_lie_in_the_hexagon_of_their_sector(home: DataHome) -> None:
    found = children(home, episode("a", "2023-05-01", origin_sector="BL1 1"))
    assert found[["origin_hex6", "origin_hex5"]].notna().all(axis=None)


def test_children_stand_in_the_order_in_which_questions_hand_them_over(home: DataHome) -> None:
    each = [episode(f"child {n}", "2023-05-01", la_code=la) for la in (MANCHESTER, BOLTON) for n in range(9)]
    returns(home, *each)
    warehouse = built(home)
    order = ["as_of", "la_code", "record_key"]
    told = warehouse.ask("distance_children", {"date": MARCH_2024})[order]
    assert len(told) == len(each)
    assert told.equals(told.sort_values(order, ignore_index=True))


def test_children_out_of_order_do_not_pass_the_checks_of_a_build() -> None:
    check = statement("verify/children_in_order").sql
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE as_at (as_of DATE, la_code VARCHAR, record_key UBIGINT)")
        for la_code, key, wrong in (("E1", 5, 0), ("E1", 7, 0), ("E2", 1, 0), ("E1", 9, 1), ("E1", 8, 2)):
            connection.execute("INSERT INTO as_at VALUES ('2024-03-31', ?, ?)", [la_code, key])
            assert connection.execute(check).fetchone() == (wrong,)
