"""An analyst's way in: the protected tables as frames, typed SELECTs, files for R; never a child's row."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import rcc_dash
from rcc_dash import notebooks, open_warehouse
from rcc_dash.cli import main
from rcc_dash.errors import UserError
from rcc_dash.store.typed.contents import typed_tables
from rcc_dash.store.typed.share import Shown

ONE = {"DATE": "2025-03-31", "VARCHAR": "gm", "BIGINT": 6120, "DOUBLE": 1.0, "BOOLEAN": False, "INTEGER": 1}
MADE = ("children_shown", "published_brought")


def one_row_each() -> dict[str, pd.DataFrame]:
    """Make one row of each table that is worked out: working all out takes a quarter of a minute."""
    told = {table.name: table.columns for table in typed_tables(exact=False)}
    return {name: pd.DataFrame([{column: ONE[kind] for column, kind, _ in told[name]}]) for name in MADE}


@pytest.fixture
def opened(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[notebooks.OpenWarehouse]:
    monkeypatch.setattr(notebooks, "shown_tables", lambda *_: Shown("one-row-each", one_row_each))
    with open_warehouse(demo_home) as found:
        yield found


def test_every_table_and_column_is_described(opened: notebooks.OpenWarehouse) -> None:
    told = opened.tables().set_index("table")
    assert {"children_shown", "home_at", "area"} <= set(told.index)
    assert (told["answers"].str.endswith("?")).all()
    assert "children looked after" in set(opened.columns("children_shown")["meaning"])
    assert opened.about["Note"] == "Synthetic demonstration data"


def test_a_table_comes_whole_and_a_select_is_answered(opened: notebooks.OpenWarehouse) -> None:
    homes = opened.table("home_at")
    assert len(homes) > 1000
    assert list(homes) == list(opened.columns("home_at")["column"])
    assert opened.ask("SELECT children FROM children_shown")["children"].tolist() == [6120]


@pytest.mark.parametrize("sql", ["FROM as_at", "FROM episode", "DROP TABLE area", "SELECT 1; SELECT 2"])
def test_no_childs_row_can_be_had_and_nothing_changed(opened: notebooks.OpenWarehouse, sql: str) -> None:
    with pytest.raises(UserError, match="is not run"):
        opened.ask(sql)


@pytest.mark.parametrize("name", ["as_at", "episode", "home_at; DROP TABLE area"])
def test_a_name_that_is_no_table_is_told_those_that_are(opened: notebooks.OpenWarehouse, name: str) -> None:
    with pytest.raises(UserError, match="children_shown"):
        opened.table(name)


def test_an_answer_that_is_cut_off_says_so(
    opened: notebooks.OpenWarehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notebooks, "ROOMY", notebooks.Limits(rows=5))
    with pytest.warns(UserWarning, match="Only the first 5 rows"):
        opened.ask("FROM home_at")


def test_the_command_line_writes_every_table_for_r(
    demo_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(notebooks, "shown_tables", lambda *_: Shown("one-row-each", one_row_each))
    monkeypatch.setenv("RCC_DATA_DIR", str(demo_home))
    assert main(["tables"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert main(["tables", "--to", str(tmp_path / "out")]) == 0
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == sorted(listed)
    schema = pq.read_schema(tmp_path / "out" / "children_shown.parquet")
    assert schema.metadata[b"Note"] == b"Synthetic demonstration data"
    assert schema.field("children").metadata == {b"meaning": b"children looked after"}


def test_nothing_loaded_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="rcc_dash demo"):
        open_warehouse(tmp_path)


def test_importing_the_package_alone_loads_nothing() -> None:
    code = "import rcc_dash, sys; sys.exit(any(name in sys.modules for name in ('duckdb', 'pandas')))"
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(rcc_dash.__file__).parents[1])
    assert done.returncode == 0
    with pytest.raises(AttributeError):
        rcc_dash.anything_else  # noqa: B018 asked for to see it refused
