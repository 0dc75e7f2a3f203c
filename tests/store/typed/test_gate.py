"""What an analyst writes runs; what only looks like it does not."""

import duckdb
import pytest

from rcc_dash.store.typed.answers import cleaned, result
from rcc_dash.store.typed.functions import HARMLESS, REFUSED, REFUSED_START
from tests.store.typed.conftest import Room

ANALYST = (
    "SELECT la_code, count(*) AS n FROM as_at GROUP BY ALL ORDER BY n DESC LIMIT 5",
    "FROM home_at",
    "FROM home_at SELECT sector, sum(places) GROUP BY sector",
    "VALUES (1, 'a'), (2, 'b')",
    "TABLE area",
    "DESCRIBE home_at",
    "SUMMARIZE home_at",
    "SELECT a.name, h.* EXCLUDE (la_code) FROM home_at AS h JOIN area AS a USING (la_code)",
    "SELECT name FROM area WHERE la_code IN (SELECT la_code FROM home_at) AND name LIKE 'B%'",
    "WITH big AS (FROM home_at WHERE places > 3), again AS MATERIALIZED (FROM big) SELECT * FROM again",
    "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT sum(i) FROM n",
    "SELECT urn, row_number() OVER (PARTITION BY sector ORDER BY places) AS k FROM home_at QUALIFY k = 1",
    "SELECT quantile_cont(places, 0.5), string_agg(urn, ',' ORDER BY urn) FROM home_at",
    "FROM home_at PIVOT (count(*) FOR sector IN ('private', 'la') GROUP BY la_code)",
    "FROM (SELECT la_code, places FROM home_at) UNPIVOT (n FOR what IN (places))",
    "SELECT * FROM area UNION ALL BY NAME SELECT * FROM area EXCEPT SELECT * FROM area",
    "SELECT unnest([1, 2]) AS x, list_transform([1, 2], lambda y: y + 1), {'a': 1}, MAP {'a': 1}",
    "SELECT * FROM range(3) AS r(i), LATERAL (SELECT i + 1 AS j)",
    "SELECT CASE WHEN places > 3 THEN 'big' ELSE 'small' END, places::DOUBLE FROM home_at",
    "SELECT try_cast(urn AS INTEGER), strftime(as_of, '%Y'), current_date FROM home_at",
    "SELECT date_trunc('year', as_of)::DATE, extract(year FROM as_of) FROM home_at",
    "SELECT grouping(sector), sector, count(*) FROM home_at GROUP BY ROLLUP (sector)",
    "SELECT DISTINCT ON (sector) sector, urn FROM home_at ORDER BY sector, urn",
    "SELECT EXISTS (SELECT 1 FROM vacancy), (SELECT max(places) FROM home_at)",
    "SELECT * FROM home_at TABLESAMPLE 50%",
    "SELECT regexp_extract(urn, '[0-9]+'), sum(places) OVER w FROM home_at WINDOW w AS (ORDER BY urn)",
    "SELECT /* a comment */ 1 -- and another\n;",
)


@pytest.mark.parametrize("sql", ANALYST)
def test_what_an_analyst_writes_runs(room: Room, sql: str) -> None:
    found = result(room.ask(sql), room.limits, ())
    assert found.cut == ""
    assert len(found.frame.columns) > 0


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELECT nope FROM area", 'Referenced column "nope" not found'),
        ("SELECT * FROM as_att", "There is no table as_att here."),
        ("SELCT 1", "syntax error at or near"),
        ("SELECT 1; SELECT 2", "There are 2 statements. Write one SELECT."),
        ("", "There are 0 statements."),
        ("PIVOT home_at ON sector USING count(*)", "For a pivot write FROM table PIVOT"),
        ("SELECT now()", "Write (now())::TIMESTAMP."),
        ("SELECT $1", "Write the value itself."),
        ("SELECT cast(legal_status AS INTEGER) FROM as_at", "does not fit what the question does with it"),
    ],
)
def test_a_mistake_is_told_in_words_that_help(room: Room, sql: str, words: str) -> None:
    with pytest.raises(Exception, match="question") as caught:
        result(room.ask(sql), room.limits, ())
    assert words in str(caught.value)
    assert "C2" not in str(caught.value)
    assert "LINE" not in str(caught.value)


def test_no_path_and_no_inner_name_is_left_in_the_words_of_the_database() -> None:
    said = 'Catalog Error: Table "wh.main.x" is not in /tmp/rcc-typed-1/data.duckdb!\n\nLINE 1: SELECT x'
    assert cleaned(said) == 'Catalog Error: Table "x" is not in'
    assert "Users" not in cleaned(r"IO Error: C:\Users\me\data.duckdb is gone")


def test_every_function_that_depends_on_more_than_its_arguments_was_judged() -> None:
    with duckdb.connect(":memory:") as connection:
        found = connection.execute(
            "SELECT DISTINCT function_name FROM duckdb_functions() "
            "WHERE stability <> 'CONSISTENT' OR has_side_effects"
        ).fetchall()
    unknown = {name for (name,) in found if name not in REFUSED | HARMLESS}
    assert {name for name in unknown if not name.startswith(REFUSED_START)} == set()
    assert not REFUSED & HARMLESS


def test_no_part_of_a_query_can_take_the_name_of_an_inner_table(room: Room) -> None:
    with duckdb.connect(":memory:") as connection:
        inner = connection.execute("SELECT DISTINCT view_name FROM duckdb_views() WHERE internal").fetchall()
    shadows = "WITH {0} AS (SELECT 4711 AS x) SELECT * FROM (WITH {0} AS (SELECT 4711 AS x) FROM {0}), {0}"
    outside = "SELECT * FROM {0}, (WITH {0} AS (SELECT 4711 AS x) FROM {0}) AS own"
    for (name,) in inner:
        for sql in (shadows, outside):
            answer = room.ask(sql.format(name))
            assert answer.get("rows", [[4711, 4711]]) == [[4711, 4711]]


def test_types_come_back_as_they_are(room: Room) -> None:
    sql = """
        SELECT 1 AS whole, 1.5 AS part, true AS yes, DATE '2025-03-31' AS day, sum(1) AS total,
          170141183460469231731687303715884105727::HUGEINT AS huge, [1, 2] AS list,
          '5e327e96-27ca-4edb-90bb-8cfc3adc4c54'::UUID AS id, 2 AS whole
    """
    frame = result(room.ask(sql), room.limits, ()).frame
    assert frame.columns.tolist()[-1] == "whole (2)"
    row = frame.iloc[0]
    assert (row["whole"], row["part"], row["yes"], str(row["day"]), row["total"]) == (
        1,
        1.5,
        True,
        "2025-03-31",
        1,
    )
    assert row["huge"] == str(2**127 - 1)
    assert row["list"] == "[1, 2]"
    assert row["id"] == "5e327e96-27ca-4edb-90bb-8cfc3adc4c54"
    assert frame["whole"].dtype == "Int64"
    nulls = result(room.ask("SELECT * FROM (VALUES (1), (NULL)) AS t(a)"), room.limits, ()).frame
    assert nulls["a"].tolist()[0] == 1
    assert nulls["a"].dtype == "Int64"


def test_an_empty_answer_keeps_its_columns(room: Room) -> None:
    assert result(room.ask("SELECT name, la_code FROM area WHERE false"), room.limits, ()).frame.shape == (
        0,
        2,
    )
