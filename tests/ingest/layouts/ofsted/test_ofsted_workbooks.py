"""Workbooks of Ofsted's in small: two tables on a sheet, and sheets with nothing to load."""

from collections.abc import Callable
from pathlib import Path

from rcc_dash.ingest.checked import CheckedFile, CheckedTable

WriteOds = Callable[..., Path]
Checked = Callable[[Path], CheckedFile]
OnlyTable = Callable[[Path], CheckedTable]


def test_the_series_is_one_row_a_date_from_two_tables(write_ods: WriteOds, table: OnlyTable) -> None:
    head = ["Date", "Data type", "All Children's Homes", "Children's Homes"]
    rows = [
        ["Table 6a"],
        head,
        ["@2025-03-31", "Providers", "=10", "=9"],
        ["31 March 2024 [Note 1]", "Providers", "=8", "=7"],
        [],
        ["Table 6b"],
        head,
        ["@2025-03-31", "Places", "=40", "=36"],
        ["2013", "Places", "=2", "=1"],
    ]
    found = table(write_ods("series.ods", {"Series": rows}))
    assert found.frame[["homes", "places"]].astype("Float64").fillna(-1).to_numpy().tolist() == [
        [10, 40],
        [8, -1],
    ]
    assert [a.period for a in found.accounts] == ["", "2024-03-31", "2025-03-31"]
    assert sum(a.rows_rejected for a in found.accounts) == 1


def test_sheets_with_nothing_to_load_are_passed_over_and_said(write_ods: WriteOds, checked: Checked) -> None:
    home = ["URN", "Provision type", "Local authority", "Places"]
    sheets = {
        "Cover": [["Cover sheet"], ["Section", "Detail"]],
        "Empty": [],
        "Words": [["How to read this"]],
        "Headings": [home],
        "Homes_at_31_Mar_2024": [home, ["=1000001.0", "Children's Home", "Leeds", "=5"]],
    }
    found = checked(write_ods("release.ods", sheets))
    assert [over.sheet for over in found.passed_over] == ["Cover", "Empty", "Words", "Headings"]
    assert "no rows below" in found.passed_over[3].why
    assert found.tables[0].frame["urn"].tolist() == ["1000001"]
    assert found.tables[0].frame["source_sheet"].tolist() == ["Homes_at_31_Mar_2024"]
