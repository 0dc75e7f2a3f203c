"""Rows of files as somebody reads them who does not sit at the machine."""

from datetime import datetime

import pandas as pd
import pytest

from rcc_dash.queries.loaded import rounded_findings, rounded_sources
from tests.queries.conftest import HandMade, ReaderMaker, hand_made, reader

BOLTON, BURY, WIGAN = "E08000001", "E08000002", "E08000010"
DOLO, HEADER = "ssda903_dolo", "ssda903_header"
fixtures = (hand_made, reader)


@pytest.fixture
def loads(hand_made: HandMade) -> HandMade:
    hand_made.connection.execute("""
        create table wh.account(source varchar, period varchar, la_code varchar, sha256 varchar,
          rows_read bigint, rows_loaded bigint, rows_mended bigint, rows_rejected bigint,
          rows_repeated bigint, loaded_on timestamp);
        create table wh.problem(severity varchar, source varchar, code varchar, what varchar, fix varchar,
          la_code varchar, period varchar, file_name varchar, "rows" bigint)""")
    return hand_made


def came(loads: HandMade, source: str, *rows: int) -> None:
    """Load a file of so many rows of each LA in turn, one row of it mended."""
    told = [
        (source, "2025", la, f"{source}{la}", read, read - 1, 1, 0, 0, datetime(2026, 6, 1, 9))  # noqa: DTZ001 as stored
        for la, read in zip((BOLTON, BURY, WIGAN), rows, strict=False)
    ]
    loads.connection.executemany(f"insert into wh.account values ({', '.join('?' * 10)})", told)  # noqa: S608 marks only


def told(asked: ReaderMaker) -> dict[str, tuple[int, int, int, int]]:
    found = rounded_sources(asked())
    columns = ["las", "files", "rows_read", "rows_mended"]
    return {row[0]: row[1:] for row in found[["source", *columns]].itertuples(index=False, name=None)}


@pytest.mark.parametrize("few", [1, 9])
def test_an_las_file_of_fewer_than_ten_rows_looks_as_if_it_were_not_there(
    loads: HandMade, reader: ReaderMaker, few: int
) -> None:
    """A file of children deprived of their liberty tells that an LA has some, whatever its rows say."""
    came(loads, HEADER, 100, 200, 300)
    came(loads, DOLO, 23)
    before = told(reader)
    loads.connection.execute("delete from wh.account where source = ?", [DOLO])
    came(loads, DOLO, 23, few)
    assert told(reader) == before == {HEADER: (3, 3, 600, 0), DOLO: (1, 1, 25, 0)}
    loads.connection.execute("delete from wh.account where source = ? and la_code = ?", [DOLO, BOLTON])
    assert set(told(reader)) == {HEADER}


def test_whoever_knows_one_of_two_las_rows_learns_of_the_other_what_it_would_show(
    loads: HandMade, reader: ReaderMaker
) -> None:
    """118 and 13 rows: 131 would be shown as 130, and who has the 118 would know the rest to be 10 to 14."""
    came(loads, DOLO, 118, 13)
    assert told(reader)[DOLO] == (2, 2, 120 + 15, 0)
    came(loads, HEADER, 118, 13, 11)
    assert told(reader)[HEADER] == (3, 3, 140, 0)


def test_a_finding_in_few_rows_is_not_listed_and_a_small_file_counts_for_none(
    loads: HandMade, reader: ReaderMaker
) -> None:
    """Where nobody has a set of needs, and where four children have it, the list is the same."""
    came(loads, DOLO, 23, 4)
    rows = pd.DataFrame({
        "severity": "info", "source": [DOLO, DOLO, DOLO, None], "code": ["P01", "P01", "N06", "F01"],
        "what": "What", "fix": "Fix", "la_code": [BOLTON, BURY, BOLTON, None], "period": "2025",
        "file_name": ["a.csv", "b.csv", "a.csv", "c.csv"], "rows": [23, 4, 9, 50],
    })  # fmt: skip
    loads.connection.register("found", rows)
    loads.connection.execute("insert into wh.problem by name from found")
    found = rounded_findings(reader())[["code", "files", "rows", "title", "example_file"]]
    assert found.to_dict("records") == [
        {
            "code": "P01",
            "files": 1,
            "rows": 25,
            "title": "SSDA903 deprivation of liberty",
            "example_file": None,
        }
    ]
