"""Locked, exact, one cursor a question, and never an empty screen for a damaged file."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import duckdb
import pytest

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer
from rcc_dash.store.bound import plain
from rcc_dash.store.statements import names, statement
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import BOLTON, built, episode, listing, load, returns, sheet

URNS = [f"SC{number:06}" for number in range(40)]


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


@pytest.fixture(scope="module")
def forty_homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = DataHome(tmp_path_factory.mktemp("forty"))
    rows = [listing(urn, places=number) for number, urn in enumerate(URNS)]
    load(made, "list", sheet("home_listing", "ofsted_places", rows, None, "2025-03-31"))
    built(made).close()
    return made.root


@pytest.fixture
def homes(forty_homes: Path, home: DataHome) -> Iterator[Warehouse]:
    """A copy of its own for each test: some do it harm."""
    shutil.copytree(forty_homes, home.root, dirs_exist_ok=True)
    warehouse = Warehouse.open_current(home)
    assert warehouse is not None
    yield warehouse
    warehouse.close()


def test_every_thread_gets_its_own_rows(homes: Warehouse) -> None:
    def places_of(urn: str) -> list[int]:
        return list(homes.ask("home_history", {"urn": urn})["places"])

    asked = URNS * 10
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(places_of, asked)) == [[URNS.index(urn)] for urn in asked]


@pytest.mark.parametrize(
    "hostile",
    [
        "COPY (SELECT 1) TO '{file}' (FORMAT csv, USE_TMP_FILE false)",
        "WITH z AS (COPY (SELECT 1) TO '{file}') SELECT * FROM z",
        "SELECT * FROM read_blob('{file}')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH '{file}' AS again",
        "SET enable_external_access = true",
        "SET disabled_filesystems = ''",
        "INSTALL httpfs",
        "DELETE FROM wh.meta",
    ],
)
def test_nothing_asked_can_write_or_reach_past_the_warehouse(
    home: DataHome, homes: Warehouse, hostile: str
) -> None:
    file = pointer.warehouse_file(home, homes.build_id)
    before = file.read_bytes()
    with homes._connection.cursor() as cursor, pytest.raises(duckdb.Error):  # noqa: SLF001 -- what no question may do
        cursor.execute(hostile.format(file=file)).fetchall()
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["../secret", "meta;", "Meta", "", "a b"])
def test_only_names_of_questions_are_asked(homes: Warehouse, name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a question"):
        homes.ask(name, {})


def test_an_unknown_question_is_a_fault(homes: Warehouse) -> None:
    with pytest.raises(FileNotFoundError):
        homes.ask("no_such_question", {})


def test_values_not_needed_are_left_out_and_values_not_given_are_a_fault(homes: Warehouse) -> None:
    assert len(homes.ask("home_history", {"urn": URNS[0], "unasked": object()})) == 1
    with pytest.raises(KeyError):
        homes.ask("home_history", {})


def test_a_value_is_never_sql(homes: Warehouse) -> None:
    assert homes.ask("home_history", {"urn": "' OR 1=1 --"}).empty


def test_a_sum_that_pandas_would_round_is_refused(
    homes: Warehouse, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "inexact.sql").write_text("-- A sum?\nselect sum(places) as places from home_at")
    monkeypatch.setattr("rcc_dash.store.statements.SQL_DIR", tmp_path)
    with pytest.raises(TypeError, match="cast places"):
        homes.ask("inexact", {})


def test_keys_come_back_to_the_last_bit(home: DataHome) -> None:
    returns(
        home,
        *(episode("a", "2023-05-01", record_key=2**64 - 1), episode("b", "2023-05-01", record_key=2**64 - 3)),
    )
    everything: dict[str, list[str]] = {"placement": [], "age": [], "sector": []}
    found = built(home).ask("flows", {"date": date(2024, 3, 31), **everything})
    assert found["children_keys"].tolist() == [str(2**65 - 4)]


def test_a_damaged_build_gives_way_to_the_one_before_and_says_so(home: DataHome) -> None:
    returns(home, episode("a", "2023-05-01"))
    good = built(home)
    good.close()
    bad = built(home)
    bad.close()
    file = pointer.warehouse_file(home, bad.build_id)
    file.write_bytes(file.read_bytes()[:-4096])
    opened = Warehouse.open_current(home)
    assert opened is not None
    assert opened.build_id == good.build_id
    assert bad.build_id in str(opened.warning)


def test_a_missing_pointer_finds_the_newest_finished_build(home: DataHome) -> None:
    returns(home, episode("a", "2023-05-01"))
    wanted = built(home).build_id
    home.pointer.write_text("{ not json")
    opened = Warehouse.open_current(home)
    assert opened is not None
    assert (opened.build_id, opened.warning) == (wanted, None)


def test_all_builds_damaged_is_an_error_and_not_an_empty_screen(home: DataHome) -> None:
    file = pointer.warehouse_file(home, built(home).build_id)
    file.write_bytes(b"gone")
    with pytest.raises(UserError, match="Every kept build"):
        Warehouse.open_current(home)


def test_an_open_build_goes_on_answering_while_others_are_made(home: DataHome) -> None:
    returns(home, episode("a", "2023-05-01"))
    first = built(home)
    for _ in range(5):
        built(home).close()
    assert len(first.ask("returns_by_la", {})) == 1


@pytest.mark.parametrize("name", names())
def test_a_question_uses_the_parameters_that_its_header_names(name: str) -> None:
    asked = statement(name)
    assert asked.bound == set(asked.parameters)


@pytest.mark.parametrize("name", names())
def test_a_question_gives_the_columns_that_its_header_promises(homes: Warehouse, name: str) -> None:
    asked = statement(name)
    listed = {key: [BOLTON] for key in asked.bound if key.endswith("codes")}
    day = date(2025, 3, 31)
    single: dict[str, object] = {"date": day, "dates": [day], "urn": URNS[0], "pepper": "made up"}
    single |= {"least": 10, "nearest": 5, "areas": 3}
    if name == "children_by_area":  # it is asked what is told apart, not which values are kept
        single |= dict.fromkeys(("placement", "age", "sector"), True)
    values = {key: {**listed, **single}.get(key, []) for key in asked.bound}
    with homes._connection.cursor() as cursor:  # noqa: SLF001 -- types are not in the frame
        cursor.execute("USE wh")
        described = cursor.execute(
            asked.sql, {key: plain(value) for key, value in values.items()}
        ).description
    assert [(str(one[0]), str(one[1])) for one in described or ()] == list(asked.columns)
