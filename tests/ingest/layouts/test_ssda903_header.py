from collections.abc import Callable

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.ssda903_header import HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]


def warned(table: CheckedTable) -> dict[str, int]:
    return {f"{p.code} {p.column}": p.rows for p in table.problems if p.severity is Severity.WARNING}


def test_a_child_keeps_the_month_of_birth_and_loses_the_pupil_number(check_rows: CheckRows) -> None:
    table = check_rows(HEADERS, ("T-1", "2", "17/12/2010", "WBRI", "X000000000000", "", ""))
    row = table.frame.iloc[0]
    assert row["born_month"] == pd.Timestamp(2010, 12, 1)
    assert (row["sex"], row["ethnic_code"]) == ("F", "WBRI")
    assert pd.isna(row["mends"])
    assert {p.code for p in table.problems} == {"P01", "C05"}


def test_both_ways_of_writing_sex_give_one(check_rows: CheckRows) -> None:
    sexes = ("1", "2.0", "m", "F", "U", "9", "")
    table = check_rows(HEADERS, *((f"T-{i}", s, "01/01/2012", "BAFR") for i, s in enumerate(sexes)))
    assert table.frame["sex"].fillna("?").tolist() == ["M", "F", "M", "F", "U", "?", "?"]
    assert table.frame["mends"].fillna("").tolist() == ["", "", "", "", "", "C03", ""]


def test_unreadable_birth_dates_are_blanked_and_unlikely_ones_kept(check_rows: CheckRows) -> None:
    table = check_rows(
        HEADERS,
        ("T-1", "F", "some day", "WBRI"),
        ("T-2", "F", "01/04/2025", "WBRI"),
        ("T-3", "F", "31/03/2006", "WBRI"),
        ("T-4", "F", "01/04/2006", "WBRI"),
    )
    assert table.frame["mends"].fillna("").tolist() == ["I07", "", "", ""]
    assert warned(table) == {"I04 DOB": 2}


def test_totals_and_notes_below_the_rows_are_no_children(check_rows: CheckRows) -> None:
    nobody = ("Total", "Grand total", "TOTALS: 3", "Sub-total", "Count", "Source: case system, 1 April")
    somebody = ("T-1", "TOTALLY", "12 A")
    rows = ((text, "F", "01/01/2012", "BAFR") for text in (*somebody, *nobody))
    table = check_rows(HEADERS, *rows)
    assert [p.row for p in table.problems if p.code == "I09"] == [5, 6, 7, 8, 9, 10]
    assert len(table.frame) == len(somebody)
    assert sum(one.rows_rejected for one in table.accounts) == len(nobody)


def test_a_child_twice_in_a_year_or_changed_between_years_is_said(check_rows: CheckRows) -> None:
    header = ("CHILD", "SEX", "DOB", "ETHNIC", "LA", "YEAR")
    table = check_rows(
        header,
        ("1", "F", "2012-05-01", "WBRI", "Barnsley", "2024"),
        ("1.0", "F", "2012-06-01", "WBRI", "Barnsley", "2025"),
        ("2", "F", "2012-05-01", "WBRI", "Barnsley", "2025"),
        ("02", "F", "2012-05-01", "WBRI", "Barnsley", "2025"),
        ("1", "M", "2013-05-01", "WBRI", "Sheffield", "2025"),
        told=Told("header.csv"),
    )
    assert warned(table) == {"I03 DOB": 2, "I05 CHILD": 2}
    assert table.frame["child_key"].nunique() == 3


def test_a_cost_extract_is_not_taken_for_a_header(check_rows: CheckRows) -> None:
    header = ("Child ID", "Date of birth", "Gender", "Ethnicity", "Placement start date",
              "Total committed cost accrued in FY to date", "Quarter end date")  # fmt: skip
    row = ("T-1", "01/02/2012", "F", "WBRI", "01/02/2020", "1000", "30/06/2024")
    assert check_rows(header, row).table == "placement_cost"
