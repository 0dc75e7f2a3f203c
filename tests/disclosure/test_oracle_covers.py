"""Scorecard 1: what a release tells is reckoned by the oracle, or named with a reason."""

import shutil
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from bench.oracle_covers import NAMED, covered, unreckoned
from bench.oracle_figures import Makes, makes
from bench.oracle_homes import Homes
from bench.oracle_rows import Rows
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer, releases
from rcc_dash.store.pack_allowed import ALLOWED

NOBODY = pd.DataFrame(columns=["day", "la_code", "record_key", "high", "low", "home_urn"])
NEW = (
    "ALTER TABLE bed ADD COLUMN visits BIGINT",
    "CREATE TABLE carer (la_code VARCHAR, carers BIGINT)",
    "INSERT INTO asked (asked, question) SELECT 90000 + i, 'new_' || i FROM range(3) AS t(i)",
    "INSERT INTO cell (asked, children) VALUES (90000, 20)",
    "INSERT INTO bed (asked, homes) VALUES (90001, 20)",
    "INSERT INTO figure (asked, name, value) VALUES (90002, 'mean', 20)",
)


@pytest.fixture
def of(host: DataHome, demo_home: Path) -> Makes:
    demo = DataHome(demo_home).demo
    build = pointer.warehouse_file(demo, pointer.kept(demo)[0].build_id)
    return makes(
        releases.release_file(host, "2026-11"), Rows(NOBODY, build, ""), Homes(build, NOBODY), ""
    )  # fmt: skip


def test_every_column_that_a_release_may_have_is_reckoned_or_named_once() -> None:
    found = covered()
    assert {table: sorted(columns) for table, columns in found.items()} == {
        table: sorted(columns) for table, columns in ALLOWED.items()
    }
    assert all(why for *_, why in NAMED)


def test_a_release_tells_nothing_that_nobody_reckons(host: DataHome, of: Makes, tmp_path: Path) -> None:
    release, more = releases.release_file(host, "2026-11"), tmp_path / "more.duckdb"
    assert unreckoned(release, of) == []
    shutil.copyfile(release, more)
    more.chmod(0o600)
    with duckdb.connect(str(more)) as connection:
        for statement in NEW:
            connection.execute(statement)
    assert unreckoned(more, of) == [
        "bed.visits", "carer.carers", "carer.la_code", "cell: new_0", "bed: new_1", "figure: new_2 mean",
    ]  # fmt: skip
