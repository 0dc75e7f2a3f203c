"""An answer by way of Arrow holds what DuckDB's own frame would, of the same types."""

import duckdb
import pandas as pd
import pytest

from rcc_dash.store.frames import frame

KINDS = {
    "words": "['one', NULL, 'ü']::VARCHAR[]",
    "all_words": "['one', 'two', '']::VARCHAR[]",
    "yes_or_no": "[true, NULL, false]::BOOLEAN[]",
    "sure": "[true, true, false]::BOOLEAN[]",
    "whole": "[1, NULL, 2]::INTEGER[]",
    "key": "[18446744073709551615, 9007199254740993, NULL]::UBIGINT[]",
    "long": "[9223372036854775807, NULL, 0]::BIGINT[]",
    "all_whole": "[1, 2, 3]::INTEGER[]",
    "part": "[0.1, NULL, 2.5]::DOUBLE[]",
    "day": "[DATE '2024-03-31', NULL, DATE '1066-10-14']::DATE[]",
    "moment": "[TIMESTAMP '2024-03-31 12:00:00.000001', NULL, TIMESTAMP '1999-01-01']::TIMESTAMP[]",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rows", ["true", "n <> 2"])
def test_a_column_is_as_duckdb_gives_it(kind: str, rows: str) -> None:
    asked = f"SELECT v FROM (SELECT unnest({KINDS[kind]}) AS v, unnest([1, 2, 3]) AS n) WHERE {rows}"  # noqa: S608 ours
    with duckdb.connect() as connection:
        ours, theirs = frame(connection.sql(asked)), connection.sql(asked).df()
    pd.testing.assert_frame_equal(ours, theirs, check_exact=True)


def test_columns_stay_in_their_order() -> None:
    with duckdb.connect() as connection:
        found = frame(connection.sql("SELECT NULL::INTEGER AS first, 'x' AS second, true AS third"))
    assert list(found.columns) == ["first", "second", "third"]


def test_words_of_nobody_are_words() -> None:
    with duckdb.connect() as connection:
        found = frame(connection.sql("SELECT NULL::VARCHAR AS word, 1 AS number WHERE false"))
    assert found["word"].dtype == "str"
    assert found["number"].dtype == "int32"


def test_answers_without_a_row_can_be_joined_by_their_words() -> None:
    with duckdb.connect() as connection:
        kinds = ", ".join(f"({value})[1] AS {name}" for name, value in KINDS.items())
        nobody = frame(connection.sql(f"SELECT {kinds} WHERE false"))
    assert list(nobody.columns) == list(KINDS)
    assert nobody.merge(nobody, on=list(KINDS), how="outer").empty
