from collections.abc import Callable

import pandas as pd
import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.ssda903_missing import HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
Faults = Callable[[CheckedTable], set[str]]


def test_as_an_la_submits_it(check_rows: CheckRows, faults: Faults) -> None:
    table = check_rows(
        HEADERS,
        ("T-1", "05/06/2010", "M", "01/05/2024", "03/05/2024"),
        ("T-1", "05/06/2010", "a", "30/03/2025", ""),
    )
    assert table.table == "missing"
    assert table.frame["kind"].tolist() == ["M", "A"]
    assert table.frame["started_on"].tolist() == [pd.Timestamp(2024, 5, 1), pd.Timestamp(2025, 3, 30)]
    assert table.frame["ended_on"].tolist() == [pd.Timestamp(2024, 5, 3), pd.NaT]
    assert len(set(table.frame["child_key"])) == 1
    assert [(a.source, a.la_code, a.period, a.rows_loaded) for a in table.accounts] == [
        ("ssda903_missing", "E08000016", "2025", 2)
    ]
    assert faults(table) == set()


def test_as_a_hub_shares_it(check_rows: CheckRows, faults: Faults) -> None:
    header = ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END", "LA", "YEAR")
    rows = (
        ("1_BAR", "2010-06-01", "M", "2023-05-01", "2023-05-03", "Barnsley", "2024"),
        ("1_SHE", "2010-06-01", "M", "2024-05-01", "2024-05-01", "Sheffield", "2025"),
    )
    table = check_rows(header, *rows, told=Told("ssda903_missing.csv"))
    assert [(a.la_code, a.period) for a in table.accounts] == [("E08000016", "2024"), ("E08000019", "2025")]
    assert faults(table) == set()


@pytest.mark.parametrize(
    ("row", "code", "severity"),
    [
        (("", "05/06/2010", "M", "01/05/2024", ""), "I01", Severity.ERROR),
        (("T-1", "05/06/2010", "M", "", "03/05/2024"), "I07", Severity.ERROR),
        (("T-1", "05/06/2010", "M", "03/05/2024", "01/05/2024"), "E01", Severity.ERROR),
        (("T-1", "05/06/2010", "X", "01/05/2024", ""), "C03", Severity.MENDED),
        (("T-1", "05/06/2010", "M", "01/05/2024", "soon"), "I07", Severity.MENDED),
        (("T-1", "05/06/2010", "M", "01/05/2025", ""), "E08", Severity.WARNING),
        (("T-1", "05/06/2010", "M", "01/03/2024", "02/03/2024"), "E08", Severity.WARNING),
        (("T-1", "05/06/1999", "M", "01/05/2024", ""), "I04", Severity.WARNING),
    ],
)
def test_what_is_wrong_is_said(
    check_rows: CheckRows, row: tuple[str, ...], code: str, severity: Severity
) -> None:
    table = check_rows(HEADERS, ("T-2", "05/06/2010", "M", "01/05/2024", ""), row)
    assert [(p.severity, p.row) for p in table.problems if p.code == code] == [(severity, 3)]
    assert len(table.frame) == (1 if severity is Severity.ERROR else 2)


def test_the_same_start_twice_is_said(check_rows: CheckRows, faults: Faults) -> None:
    row = ("T-1", "05/06/2010", "M", "01/05/2024", "01/05/2024")
    assert faults(check_rows(HEADERS, row, row)) == {"I05"}
