"""Protected cells are made above the store: they are in every share, and anew where a number changed."""

from dataclasses import replace

import duckdb
import pandas as pd

from rcc_dash.settings import DataHome
from rcc_dash.store.statements import statement
from rcc_dash.store.typed.contents import typed_tables
from rcc_dash.store.typed.folder import shared_file
from rcc_dash.store.typed.share import Scope, prepare
from tests.store.typed.conftest import CELL, SHOWN


def test_protected_cells_are_in_every_share(region: tuple[DataHome, str]) -> None:
    home, build_id = region
    with (
        shared_file(home, Scope(build_id, (), SHOWN)) as file,
        duckdb.connect(str(file), read_only=True) as connection,
    ):
        found = connection.execute("SELECT area_code, children FROM children_shown").fetchall()
    assert found == [(CELL["area_code"], CELL["children"])]


def test_they_are_written_anew_where_what_makes_a_number_changed(region: tuple[DataHome, str]) -> None:
    home, build_id = region
    prepare(home, Scope(build_id, (), SHOWN))
    (first,) = home.typed.glob("published-*.duckdb")
    prepare(home, Scope(build_id, (), replace(SHOWN, version="2")))
    (second,) = home.typed.glob("published-*.duckdb")
    assert first.name != second.name


def test_every_column_of_every_table_is_described() -> None:
    for table in typed_tables(exact=True):
        assert table.question.endswith("?")
        assert table.grain
        assert all(meaning for _, _, meaning in table.columns)
    shown = {table.name: table for table in typed_tables(exact=False)}
    assert ("places", "INTEGER", "registered places; null if Ofsted gives none") in shown["home_at"].columns
    assert "as_at" not in shown


def test_columns_are_as_promised_where_too_few_children_are_there_to_show_any() -> None:
    promised = statement("typed_shown/children_shown")
    with duckdb.connect() as connection:
        connection.execute("ATTACH ':memory:' AS share")
        nobody = pd.DataFrame(columns=[name for name, _ in promised.columns], dtype=object)
        connection.register("shown_rows", nobody)
        connection.execute(promised.sql)
        made = connection.execute("SELECT column_name, column_type FROM (DESCRIBE share.children_shown)")
        assert made.fetchall() == list(promised.columns)
