from collections.abc import Callable

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.ssda903_uasc import HEADERS

CheckRows = Callable[..., CheckedTable]


def test_a_blank_end_is_still_unaccompanied(check_rows: CheckRows) -> None:
    table = check_rows(HEADERS, ("T-1", "1", "05/01/2009", ""), ("T-2", "M", "05/01/2008", "04/01/2026"))
    assert table.table == "uasc"
    assert table.frame["uasc_ended_on"].tolist() == [pd.NaT, pd.Timestamp(2026, 1, 4)]
    assert table.frame["mends"].isna().all()


def test_a_young_child_is_said_and_a_bad_date_is_blanked(check_rows: CheckRows) -> None:
    table = check_rows(
        HEADERS,
        ("T-1", "1", "01/04/2014", "later"),
        ("T-2", "1", "31/03/2014", ""),
        ("", "1", "31/03/2010", ""),
    )
    found = {(p.code, p.severity.value, p.row) for p in table.problems if p.severity is not Severity.INFO}
    assert found == {("I06", "warning", 2), ("I07", "mended", 2), ("I01", "error", 4)}
    assert table.frame["mends"].fillna("").tolist() == ["I07", ""]


def test_ids_link_to_the_header_whatever_the_spreadsheet_did(check_rows: CheckRows) -> None:
    ids = ("123", "123.0", " 123 ", "0123", "123_BAR", "123_370", "124")
    table = check_rows(("CHILD", "DUC"), *((one, "") for one in ids))
    assert table.frame["child_key"].nunique() == 2
    assert [p.rows for p in table.problems if p.code == "I08"] == [4]


def test_ids_rounded_by_a_spreadsheet_are_said(check_rows: CheckRows) -> None:
    table = check_rows(("CHILD", "DUC"), ("1.23E+09", ""))
    assert "I09" in {p.code for p in table.problems}
