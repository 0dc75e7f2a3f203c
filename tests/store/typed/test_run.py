"""One door: written down first, only what is in scope, nothing left behind."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import BoundedSemaphore, Event

import duckdb
import pytest

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import audit, ledger
from rcc_dash.store.statements import statement
from rcc_dash.store.typed import run
from rcc_dash.store.typed.folder import shared_file
from rcc_dash.store.typed.limits import Limits
from rcc_dash.store.typed.process import TypedProcess
from rcc_dash.store.typed.run import Question, run_typed
from rcc_dash.store.typed.share import Scope, tables
from tests.store.staged_by_hand import BOLTON, BURY
from tests.store.typed.conftest import CANARY, SHOWN

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NEVER_IN_A_SHARE = {
    "record_key", "child_key", "origin_sector", "placement_sector", "postcode_sector", "position_sector",
    "origin_hex6", "origin_hex5", "home_urn", "source_row", "source_sheet", "sha256", "started_on",
    "ended_on", "born_month", "care_started_on", "placed_on", "la_listed",
}  # fmt: skip
Region = tuple[DataHome, str]


def question(region: Region, sql: str, *la_codes: str) -> Question:
    return Question(sql, Scope(region[1], la_codes), audit.Viewer(), NOW)


def left_over(region: Region) -> list[str]:
    """Name what lies in the folder of copies but what everybody may see."""
    return [path.name for path in region[0].typed.iterdir() if not path.name.startswith("published")]


def held(region: Region, *la_codes: str) -> dict[str, list[tuple[object, ...]]]:
    """Give every table of a share and its rows, its columns first."""
    home, build_id = region
    with (
        shared_file(home, Scope(build_id, la_codes, SHOWN)) as file,
        duckdb.connect(str(file), read_only=True) as connection,
    ):
        names = [name for (name,) in connection.execute("SHOW TABLES").fetchall()]
        return {name: _rows(connection, name) for name in names}


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[object, ...]]:
    rows = connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - names of ours
    return [tuple(str(told[0]) for told in connection.description or ()), *rows]


def test_a_protected_share_has_no_table_of_children(region: Region) -> None:
    found = held(region)
    assert set(found) == {name.split("/")[1] for name in tables(exact=False)}
    assert found.keys().isdisjoint(
        {"as_at", "episode", "missing", "placement_cost", "vacancy", "child", "link"}
    )
    assert CANARY not in str(found)


def test_an_exact_share_has_the_children_of_its_las_only(region: Region) -> None:
    found = held(region, BOLTON)
    assert [row[0] for row in found["episode"][1:]] == [BOLTON]
    assert {row[1] for row in found["as_at"][1:]} == {BOLTON}
    assert [row[1] for row in found["vacancy"][1:]] == ["SC1"]
    assert CANARY not in str(found)
    both = held(region, BOLTON, BURY)
    assert sorted(row[0] for row in both["episode"][1:]) == [BOLTON, BURY]


def test_no_share_has_a_column_that_names_or_joins_children(region: Region) -> None:
    found = held(region, BOLTON, BURY)
    columns = {str(column) for rows in found.values() for column in rows[0]}
    assert columns & NEVER_IN_A_SHARE == set()


@pytest.mark.parametrize("name", tables(exact=True))
def test_a_table_has_the_columns_that_its_header_promises(region: Region, name: str) -> None:
    told = statement(name)
    (table,) = (rows for of, rows in held(region, BOLTON).items() if of == name.split("/")[1])
    assert list(table[0]) == [column for column, _ in told.columns]


def test_a_protected_question_is_answered_and_nothing_is_left_or_written_down(region: Region) -> None:
    lines = len(ledger.reading(region[0].audit).entries)
    found = run_typed(region[0], question(region, "SELECT count(*) AS homes FROM home_at"))
    assert found.frame["homes"].tolist() == [2]
    assert left_over(region) == []
    assert len(ledger.reading(region[0].audit).entries) == lines


def test_an_exact_question_is_written_down_without_its_words(region: Region) -> None:
    run_typed(region[0], question(region, "SELECT 'wordsofmine' AS a FROM as_at", BOLTON))
    last = ledger.last(region[0].audit) or {}
    assert (last["event"], last["la_codes"], last["build"]) == (audit.Event.TYPED, [BOLTON], region[1])
    assert "wordsofmine" not in region[0].audit.read_text()


def test_what_cannot_be_written_down_is_not_run(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(ledger, "append", full)
    with pytest.raises(UserError, match="could not be written to the audit log"):
        run_typed(region[0], question(region, "SELECT 1", BOLTON))
    assert run_typed(region[0], question(region, "SELECT 1")).frame.shape == (1, 1)


def test_a_build_that_is_gone_and_an_unknown_la_are_refused(region: Region) -> None:
    home, build_id = region
    with pytest.raises(UserError, match="built anew"):
        run_typed(home, question((home, "gone"), "SELECT 1"))
    with pytest.raises(ValueError, match="no LA has the code"), shared_file(home, Scope(build_id, ("E99",))):
        pass


def test_a_stop_before_the_start_runs_nothing(region: Region) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(UserError, match="You stopped it"):
        run_typed(region[0], question(region, "SELECT 1"), stop=stop)


def test_what_a_killed_app_left_is_removed_and_what_is_in_use_is_not(region: Region) -> None:
    home, build_id = region
    left = home.typed / "left"
    left.mkdir(parents=True)
    (left / "data.duckdb").write_text(CANARY)
    with shared_file(home, Scope(build_id)) as first, shared_file(home, Scope(build_id)) as second:
        assert not left.exists()
        assert first.exists()
        assert second.exists()
    assert left_over(region) == []


def test_what_everybody_may_see_is_written_once_for_a_build(region: Region) -> None:
    home, build_id = region
    (home.typed / "published-older.duckdb").write_text("of an older build")
    with shared_file(home, Scope(build_id, (BOLTON,))):
        (kept,) = home.typed.glob(f"published-{build_id}-*.duckdb")
        written = kept.stat().st_mtime_ns
    with shared_file(home, Scope(build_id)) as file:
        assert file.read_bytes() == kept.read_bytes()
    assert kept.stat().st_mtime_ns == written
    assert CANARY.encode() not in kept.read_bytes()
    assert [path.name for path in home.typed.glob("published-*")] == [kept.name]


def test_only_so_many_run_at_once(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_TURNS", BoundedSemaphore(1))
    monkeypatch.setattr(run, "_LOOKS", 1)
    monkeypatch.setattr(run, "_LOOKS_EVERY_SECONDS", 0.01)
    with run._TURNS, pytest.raises(UserError, match="Others' questions"):  # noqa: SLF001 - held as another would
        run_typed(region[0], question(region, "SELECT 1"))
    assert run_typed(region[0], question(region, "SELECT 1")).frame.shape == (1, 1)


def test_the_folder_is_this_users_alone_and_read_only(region: Region) -> None:
    with shared_file(region[0], Scope(region[1])) as file:
        assert [path.name for path in file.parent.iterdir()] == ["data.duckdb"]
        if os.name == "posix":
            assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o400, 0o500)
    assert not file.parent.exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="the system does not show its processes as files")
def test_the_process_has_no_environment_no_other_file_and_is_gone_afterwards(
    region: Region, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RCC_SECRET", CANARY)
    (tmp_path / "held").write_text(CANARY)
    with (tmp_path / "held").open() as inherited, shared_file(region[0], Scope(region[1])) as file:
        os.set_inheritable(inherited.fileno(), True)  # noqa: FBT003 - its only argument
        with TypedProcess(file, Limits()) as process:
            its = Path(f"/proc/{process.pid}")
            assert CANARY.encode() not in (its / "environ").read_bytes()
            opened = {str(one.readlink()) for one in (its / "fd").iterdir()}
            assert {name for name in opened if name.startswith("/") and "null" not in name} == {str(file)}
        assert not its.exists()


def test_a_process_that_does_not_start_is_told(tmp_path: Path) -> None:
    (tmp_path / "data.duckdb").write_bytes(b"no database")
    with pytest.raises(UserError, match="did not start"):
        TypedProcess(tmp_path / "data.duckdb", replace(Limits(), memory_mb=64))
