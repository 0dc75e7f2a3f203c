from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from rcc_dash.domain.problems import Problem, Severity
from rcc_dash.domain.tables import ALL
from rcc_dash.settings import DataHome
from rcc_dash.store import columns, staging
from tests.store.staged_by_hand import BOLTON, Sheet, episode, frame, load, sheet


@pytest.mark.parametrize("name", ALL)
def test_an_empty_table_has_every_column_and_type(name: str) -> None:
    table = columns.arrow(ALL[name], [frame(name, [])])
    assert table.schema == columns.schema(ALL[name])
    assert table.num_rows == 0


def test_keys_dates_and_blanks_come_back_as_they_went(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    sha256 = load(
        home,
        "one",
        sheet(
            "episode", "ssda903_episodes", [episode("a", "2023-05-01", record_key=2**64 - 1)], BOLTON, "2024"
        ),
    )
    staged = staging.read(home, sha256)
    assert staged is not None
    row = pq.read_table(staged.tables["episode"]).to_pylist()[0]
    assert row["record_key"] == 2**64 - 1
    assert (str(row["started_on"]), row["ended_on"], row["home_urn"]) == ("2023-05-01", None, None)


def test_a_blank_in_a_required_column_is_a_fault() -> None:
    lacking = frame("episode", [episode("a", "2023-05-01", la_code=None)])
    with pytest.raises(ValueError, match=r"episode\.la_code"):
        columns.arrow(ALL["episode"], [lacking])


def test_writing_changes_nothing_in_the_frames(tmp_path: Path) -> None:
    given = sheet("episode", "ssda903_episodes", [episode("a", "2023-05-01")], BOLTON, "2024")
    before = given.frame.copy(deep=True)
    load(DataHome(tmp_path), "one", given)
    pd.testing.assert_frame_equal(given.frame, before)


def test_two_sheets_of_one_table_are_one_table(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    one = sheet("episode", "ssda903_episodes", [episode("a", "2023-05-01")], BOLTON, "2024")
    two = sheet("episode", "ssda903_episodes", [episode("b", "2023-05-01")], BOLTON, "2024")
    staged = staging.read(home, load(home, "both", one, two))
    assert staged is not None
    assert pq.read_table(staged.tables["episode"]).num_rows == 2
    assert len(staged.accounts) == 2


def test_a_finding_says_whose_it_is_where_only_one_answer_is_possible(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    made = sheet("episode", "ssda903_episodes", [episode("a", "2023-05-01")], BOLTON, "2024")
    found = Problem("E02", Severity.WARNING, "", 2, "REC", "what", "fix")
    staged = staging.read(home, load(home, "one", Sheet(made.table, made.frame, made.accounts, (found,))))
    assert staged is not None
    assert [staged.problems[0][key] for key in ("source", "la_code", "period")] == [
        "ssda903_episodes",
        BOLTON,
        "2024",
    ]


def test_an_older_layout_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = DataHome(tmp_path)
    sha256 = load(
        home, "one", sheet("episode", "ssda903_episodes", [episode("a", "2023-05-01")], BOLTON, "2024")
    )
    assert staging.read(home, sha256) is not None
    monkeypatch.setattr(staging, "LAYOUT_VERSION", staging.LAYOUT_VERSION + 1)
    assert staging.read(home, sha256) is None


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_text("{")])
def test_a_damaged_report_is_not_read(tmp_path: Path, damage) -> None:  # noqa: ANN001 -- a small function
    home = DataHome(tmp_path)
    sha256 = load(
        home, "one", sheet("episode", "ssda903_episodes", [episode("a", "2023-05-01")], BOLTON, "2024")
    )
    damage(home.staged / sha256 / "report.json")
    assert staging.read(home, sha256) is None
