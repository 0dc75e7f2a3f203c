"""Each episode rule of design/sources.md 1.6 on the smallest history that shows it."""

from datetime import date
from pathlib import Path

import pytest

from rcc_dash.settings import DataHome
from tests.store.staged_by_hand import built, episode, history, returns

LATER = episode("another", "2024-06-01", year=2025)
"""Makes 2025 the LA's newest return, so that an open episode of 2024 is an error."""
FATES = ["rows_read", "rows_loaded", "rows_mended", "rows_rejected"]


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def mended(home: DataHome, *rows: dict[str, object]) -> list[tuple[object, ...]]:
    """Give start, end, end reason and rules of the made-up child's episodes."""
    returns(home, *rows, LATER)
    return history(built(home), "child")


def test_open_in_the_newest_return_is_no_error(home: DataHome) -> None:
    assert mended(home, episode("child", "2024-07-01", year=2025)) == [(date(2024, 7, 1), None, None, None)]


def test_rule_1_an_open_episode_ends_where_the_next_begins(home: DataHome) -> None:
    first = episode("child", "2023-05-01")
    second = episode("child", "2024-05-01", "2024-08-01", year=2025, start_reason="P", place_code="K2")
    assert mended(home, first, second) == [
        (date(2023, 5, 1), date(2024, 5, 1), "X1", "RULE_1"),
        (date(2024, 5, 1), date(2024, 8, 1), "E4A", None),
    ]


def test_rule_1a_an_open_episode_ends_before_a_new_period_of_care(home: DataHome) -> None:
    first = episode("child", "2023-05-01")
    second = episode("child", "2024-02-01", "2024-08-01", year=2025, place_code="K2")
    assert mended(home, first, second)[0] == (date(2023, 5, 1), date(2024, 1, 31), "E99", "RULE_1A")


def test_rule_1a_never_ends_after_its_own_year(home: DataHome) -> None:
    first = episode("child", "2023-05-01")
    second = episode("child", "2024-09-01", "2024-12-01", year=2025, place_code="K2")
    assert mended(home, first, second)[0] == (date(2023, 5, 1), date(2024, 3, 31), "E99", "RULE_1A")


def test_rule_2_an_open_episode_of_which_no_later_return_tells_ends_with_its_year(home: DataHome) -> None:
    assert mended(home, episode("child", "2023-05-01")) == [
        (date(2023, 5, 1), date(2024, 3, 31), "E99", "RULE_2")
    ]


def test_rule_2_never_ends_an_episode_before_it_began(home: DataHome) -> None:
    assert mended(home, episode("child", "2024-04-09"))[0][:2] == (date(2024, 4, 9), date(2024, 4, 9))


def test_rule_3_removes_the_same_placement_with_another_start(home: DataHome) -> None:
    first = episode("child", "2023-05-01")
    corrected = episode("child", "2023-05-02", "2024-08-01", year=2025)
    assert mended(home, first, corrected) == [(date(2023, 5, 2), date(2024, 8, 1), "E4A", None)]


def test_rule_3_takes_blank_cells_as_the_same(home: DataHome) -> None:
    first = episode("child", "2023-05-01", home_urn=None, placement_sector=None, provider_code=None)
    corrected = episode("child", "2023-05-02", year=2025, provider_code=None)
    assert [row[0] for row in mended(home, first, corrected)] == [date(2023, 5, 2)]


def test_rule_3_does_not_take_another_placement_for_the_same(home: DataHome) -> None:
    first = episode("child", "2023-05-01", home_urn="SC900001")
    second = episode("child", "2023-05-02", year=2025, home_urn="SC900002", start_reason="S")
    assert len(mended(home, first, second)) == 2


def test_rule_3a_removes_what_a_later_return_tells_with_an_earlier_start(home: DataHome) -> None:
    later = episode("child", "2023-04-20", "2024-08-01", year=2025, place_code="K2")
    stale = episode("child", "2023-05-01")
    assert mended(home, stale, later) == [(date(2023, 4, 20), date(2024, 8, 1), "E4A", None)]


def test_rule_4_cuts_what_runs_into_the_next_return(home: DataHome) -> None:
    first = episode("child", "2023-05-01", "2024-05-10")
    second = episode("child", "2024-05-01", "2024-08-01", year=2025, start_reason="P")
    assert mended(home, first, second)[0] == (date(2023, 5, 1), date(2024, 5, 1), "E4A", "RULE_4")


def test_rule_5_draws_out_what_was_to_go_on(home: DataHome) -> None:
    first = episode("child", "2023-05-01", "2024-03-01", end_reason="X1")
    second = episode("child", "2024-05-01", "2024-08-01", year=2025, start_reason="P")
    assert mended(home, first, second)[0] == (date(2023, 5, 1), date(2024, 5, 1), "X1", "RULE_5")


def test_a_gap_after_leaving_care_stays(home: DataHome) -> None:
    first = episode("child", "2023-05-01", "2024-03-01")
    second = episode("child", "2024-05-01", "2024-08-01", year=2025)
    assert mended(home, first, second)[0] == (date(2023, 5, 1), date(2024, 3, 1), "E4A", None)


def test_two_rules_are_both_named(home: DataHome) -> None:
    first = episode("child", "2023-05-01")
    second = episode("child", "2023-09-01", start_reason="P", place_code="K2")
    third = episode("child", "2023-07-01", "2024-08-01", year=2025, start_reason="P", place_code="K1")
    rows = mended(home, first, second, third)
    assert rows[0] == (date(2023, 5, 1), date(2023, 7, 1), "X1", "RULE_1")
    assert [row[0] for row in rows] == [date(2023, 5, 1), date(2023, 7, 1)]


def test_an_overlap_within_one_return_is_cut(home: DataHome) -> None:
    first = episode("child", "2024-05-01", "2024-07-10", year=2025)
    second = episode("child", "2024-07-01", year=2025, start_reason="P", place_code="K2")
    assert mended(home, first, second)[0] == (date(2024, 5, 1), date(2024, 7, 1), "E4A", "OVERLAP")


def test_an_open_episode_before_another_of_the_newest_return_is_cut(home: DataHome) -> None:
    first = episode("child", "2024-05-01", year=2025)
    second = episode("child", "2024-07-01", year=2025, start_reason="P", place_code="K2")
    assert mended(home, first, second)[0] == (date(2024, 5, 1), date(2024, 7, 1), "X1", "OVERLAP")


def test_the_telling_that_ends_is_kept_over_the_open_one(home: DataHome) -> None:
    first = episode("child", "2023-05-01")
    again = episode("child", "2023-05-01", "2024-08-01", year=2025)
    assert mended(home, first, again) == [(date(2023, 5, 1), date(2024, 8, 1), "E4A", None)]


def test_what_a_hub_mended_is_left_as_it_is(home: DataHome) -> None:
    done = episode("child", "2023-05-01", "2024-03-31", end_reason="E99", hub_fix="RULE_2")
    warehouse_rows = mended(home, done)
    assert warehouse_rows == [(date(2023, 5, 1), date(2024, 3, 31), "E99", None)]


def test_children_and_areas_do_not_mix(home: DataHome) -> None:
    mine = episode("child", "2023-05-01")
    other = episode("child", "2024-02-01", la_code="E08000002", year=2024)
    assert mended(home, mine, other)[0] == (date(2023, 5, 1), date(2024, 3, 31), "E99", "RULE_2")


def test_mends_are_counted_and_every_row_has_an_account(home: DataHome) -> None:
    returns(
        home,
        episode("one", "2023-05-01"),
        episode("one", "2023-05-02", "2024-08-01", year=2025),
        episode("two", "2023-06-01"),
        LATER,
    )
    warehouse = built(home)
    counts = warehouse.ask("mends", {})
    assert counts.to_dict("records") == [
        {"rule": "RULE_2", "la_code": "E08000001", "year": 2024, "rows": 1},
        {"rule": "RULE_3", "la_code": "E08000001", "year": 2024, "rows": 1},
    ]
    fates = warehouse.ask("accounts", {}).set_index("period")[FATES]
    assert fates.loc["2024"].tolist() == [2, 0, 1, 1]
    assert fates.loc["2025"].tolist() == [2, 2, 0, 0]
