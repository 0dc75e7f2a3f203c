"""A copy for some LAs holds nothing of other LAs' children: looked for in every table and column of it."""

import stat
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import scoped
from rcc_dash.store.connect import open_locked
from rcc_dash.store.pointer import warehouse_file
from rcc_dash.store.scoped import Part, open_scoped, part_name, tables_kept
from rcc_dash.store.warehouse import current_build_id

BOLTON, BURY = "E08000001", "E08000002"
BY_LA = {"own", "own_or_none"}
Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def home(demo_home: Path) -> DataHome:
    return DataHome(demo_home).demo


@pytest.fixture(scope="module")
def build_id(home: DataHome) -> str:
    return current_build_id(home) or ""


@pytest.fixture(scope="module")
def whole(home: DataHome, build_id: str) -> Tables:
    return rows_of(warehouse_file(home, build_id))


@pytest.fixture(scope="module")
def own(home: DataHome, build_id: str) -> Tables:
    return rows_of(copy_of(home, build_id, BOLTON))


def rows_of(path: Path) -> Tables:
    connection = open_locked(path)
    names = connection.execute("select table_name from duckdb_tables() where database_name = 'wh'").fetchall()
    found = {name: connection.execute(f'from wh."{name}"').df() for (name,) in names}
    connection.close()
    return found


def copy_of(home: DataHome, build_id: str, *las: str, positions: bool = True) -> Path:
    part = Part(las, positions)
    open_scoped(home, build_id, part).close()
    return home.scoped / f"{build_id}-{part_name(part)}.duckdb"


def test_it_holds_the_own_children_whole_and_nobody_elses(whole: Tables, own: Tables) -> None:
    assert own.keys() == whole.keys()
    for name, frame in own.items():
        assert list(frame.columns) == list(whole[name].columns)
        if tables_kept()[name] in BY_LA:
            assert set(frame["la_code"].dropna()) <= {BOLTON}, name
            assert len(frame[frame["la_code"] == BOLTON]) == (whole[name]["la_code"] == BOLTON).sum(), name
    assert len(own["as_at"]) > 500


def test_no_key_of_anothers_child_is_anywhere_in_it(whole: Tables, own: Tables) -> None:
    mine = whole["child"]["la_code"] == BOLTON
    strange = {
        str(key) for column in ("child_key", "record_key") for key in whole["child"].loc[~mine, column]
    }
    strange -= {
        str(key) for column in ("child_key", "record_key") for key in whole["child"].loc[mine, column]
    }
    assert len(strange) > 10_000
    for name, frame in own.items():
        for column in frame.columns:
            assert not strange & set(frame[column].dropna().astype(str)), (name, column)


def test_who_lives_in_others_homes_cannot_be_read_off_it(own: Tables) -> None:
    homes = own["home_at"]
    there = set(homes.loc[homes["la_code"] == BOLTON, "urn"])
    assert len(own["vacancy"])
    assert set(own["vacancy"]["urn"]) <= there
    away = homes[(homes["la_code"] != BOLTON) & homes["position_basis"].isin(["placements", "restricted"])]
    assert set(away["urn"]) <= set(own["episode"]["home_urn"].dropna())


def test_where_a_home_stands_that_ofsted_does_not_publish_is_for_roles_that_may_know(
    home: DataHome, build_id: str, own: Tables
) -> None:
    may_not = rows_of(copy_of(home, build_id, BOLTON, positions=False))["home_at"]
    bases = ["placements", "restricted"]
    assert own["home_at"]["position_basis"].isin(bases).any()
    assert not may_not["position_basis"].isin(bases).any()
    assert may_not.loc[may_not["position_basis"] == "la", "position_sector"].isna().all()


def test_every_table_is_decided_on_and_one_that_is_not_would_be_empty(
    home: DataHome, build_id: str, whole: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(tables_kept()) == set(whole), "say in data/reference/scoped_tables.csv which rows it keeps"
    children = {name for name, frame in whole.items() if {"record_key", "child_key"} & set(frame.columns)}
    assert children
    assert {name: tables_kept()[name] for name in children if tables_kept()[name] != "own"} == {}
    less = {name: keeps for name, keeps in tables_kept().items() if name != "oc2"}
    monkeypatch.setattr(scoped, "tables_kept", lambda: less)
    assert len(rows_of(copy_of(home, build_id, BOLTON))["oc2"]) == 0


def test_it_is_its_owners_alone_and_cannot_be_written(home: DataHome, build_id: str) -> None:
    path = copy_of(home, build_id, BOLTON, BURY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.scoped.stat().st_mode) == 0o700
    opened = open_locked(path)
    with pytest.raises(duckdb.Error):
        opened.execute("create table wh.more as select 1")
    opened.close()


def test_the_same_las_are_one_copy_and_another_build_replaces_it(home: DataHome, build_id: str) -> None:
    first = copy_of(home, build_id, BOLTON)
    assert copy_of(home, build_id, BOLTON) == first
    assert copy_of(home, build_id, BURY) != first
    old = home.scoped / "20200101T000000-00000000-abc.duckdb"
    old.touch()
    first.unlink()
    copy_of(home, build_id, BOLTON)
    assert not old.exists()


@pytest.mark.parametrize("las", [(), ("E99999999",), (BOLTON, "'; drop table x --")])
def test_without_an_la_that_there_is_nothing_is_opened(
    home: DataHome, build_id: str, las: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="named LAs"):
        open_scoped(home, build_id, Part(las))


def test_a_build_that_is_gone_is_said_in_words(home: DataHome) -> None:
    with pytest.raises(UserError, match="Load the page again"):
        open_scoped(home, "20200101T000000-00000000", Part((BOLTON,)))
