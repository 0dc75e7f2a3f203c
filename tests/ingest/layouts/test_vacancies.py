from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.vacancies import HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
NO_DAY = Told("vacancies.csv")


def found(table: CheckedTable) -> set[tuple[str, str, int | None]]:
    return {(p.code, p.severity.value, p.row) for p in table.problems if p.severity is not Severity.INFO}


def test_the_published_columns() -> None:
    assert HEADERS == (
        "URN", "As-of date", "Registered places", "Available places", "Occupied places",
        "Unavailable: matching", "Unavailable: staffing", "Unavailable: solo use", "Unavailable: repair",
        "Unavailable: reserved",
    )  # fmt: skip


def test_a_return_of_two_homes(check_rows: CheckRows) -> None:
    table = check_rows(
        HEADERS,
        ("SC012345", "31/03/2025", 4, 3, 2, 0, 1, 0, 0, 0),
        ("1234567.0", "30/04/2025", "2.0", 2, 2, "", "", "", "", ""),
        told=NO_DAY,
    )
    assert found(table) == set()
    assert table.frame["urn"].tolist() == ["SC012345", "1234567"]
    assert table.frame["unavailable_staffing"].tolist() == [1, pd.NA]
    assert [(a.la_code, a.period, a.rows_loaded) for a in table.accounts] == [
        (None, "2025-03-31", 1), (None, "2025-04-30", 1),
    ]  # fmt: skip


def test_what_does_not_add_up_is_flagged_and_kept(check_rows: CheckRows) -> None:
    table = check_rows(
        HEADERS,
        ("1000001", "31/03/2025", 2, 2, 3),
        ("1000002", "31/03/2025", 4, 2, 3, 0, 2, 0, 0, 0),
        ("1000003", "31/03/2025", 4, 4, 3, 0, 1, 0, 0, 0),
        told=NO_DAY,
    )
    by_code = {p.code: (p.row, p.rows) for p in table.problems if p.severity is Severity.WARNING}
    assert by_code == {"U11": (2, 1), "V01": (3, 1), "V02": (None, 3)}
    assert table.frame["occupied_places"].tolist() == [3, 3, 3]


def test_what_cannot_be_read_is_rejected_or_blanked(check_rows: CheckRows) -> None:
    table = check_rows(
        HEADERS,
        ("", "31/03/2025", 4, 3, 2),
        ("1000001", "soon", 4, 3, 2),
        ("1000002", "31/03/2025", "four", 3, 2),
        ("1000003", "31/03/2025", 4, 3, ""),
        ("1000004", "31/03/2025", 4, -1, 2),
        told=NO_DAY,
    )
    assert found(table) == {
        ("U03", "error", 2), ("I07", "error", 3), ("V04", "error", 4), ("V04", "error", 5),
        ("V04", "mended", 6),
    }  # fmt: skip
    assert table.frame[["urn", "mends"]].to_numpy().tolist() == [["1000004", "V04"]]


def test_a_home_twice_on_a_day_is_said(check_rows: CheckRows) -> None:
    row = ("1000001", "31/03/2025", 4, 3, 2)
    assert found(check_rows(HEADERS, row, row, told=NO_DAY)) == {("V03", "warning", None)}


def test_the_day_may_be_in_the_files_name_or_told(check_rows: CheckRows) -> None:
    header = ("URN", "Registered places", "Occupied places")
    for told in (Told("vacancies 2025-03-31.csv"), Told("v.csv", as_of=date(2025, 3, 31))):
        assert check_rows(header, ("1000001", 4, 3), told=told).accounts[0].period == "2025-03-31"


def test_without_a_day_it_says_how_to_give_it(check_rows: CheckRows) -> None:
    with pytest.raises(UserError) as refused:
        check_rows(("URN", "Registered places", "Occupied places"), ("1000001", 4, 3), told=NO_DAY)
    assert "--as-of" in refused.value.fix
