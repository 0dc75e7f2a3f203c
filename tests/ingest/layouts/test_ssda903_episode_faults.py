"""What is rejected, mended, doubted and left in peace in an episode file."""

from collections.abc import Callable

import pandas as pd
import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.ssda903_episodes import HEADERS

CheckRows = Callable[..., CheckedTable]
Episode = Callable[..., tuple[object, ...]]
Faults = Callable[[CheckedTable], set[str]]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"CHILD": ""}, "I01"),
        ({"DECOM": ""}, "I07"),
        ({"DECOM": "31/02/2025"}, "I07"),
        ({"DEC": "31/01/2025", "REC": "E8"}, "E01"),
    ],
)
def test_errors_reject_the_row_and_are_listed(
    check_rows: CheckRows, changes: dict[str, str], code: str, episode: Episode
) -> None:
    table = check_rows(HEADERS, episode(CHILD="T-2"), episode(**changes))
    assert [(p.code, p.row) for p in table.problems if p.severity is Severity.ERROR] == [(code, 3)]
    assert table.accounts[0].rows_rejected == 1
    assert table.frame["source_row"].tolist() == [2]


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({"PLACE": "Q9"}, "C01", "place_code"),
        ({"LS": "C9"}, "C03", "legal_status"),
        ({"REC": "E0", "DEC": "02/02/2025"}, "C03", "end_reason"),
        ({"DEC": "2nd week"}, "I07", "ended_on"),
        ({"HOME_POST": "2TR"}, "G01", "origin_sector"),
        ({"URN": "12"}, "U03", "home_urn"),
    ],
)
def test_mended_values_are_blanked_counted_and_noted(
    check_rows: CheckRows, changes: dict[str, str], code: str, column: str, episode: Episode
) -> None:
    table = check_rows(HEADERS, episode(**changes))
    row = table.frame.iloc[0]
    assert row["mends"] == code
    assert pd.isna(row[column])
    assert (table.accounts[0].rows_mended, table.accounts[0].rows_loaded) == (1, 0)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"PLACE": "Z12", "PLACE_PROVIDER": "", "URN": ""}, "C02"),
        ({"PLACE_PROVIDER": ""}, "C06"),
        ({"PLACE": "T1", "URN": ""}, "C06"),
        ({"PLACE": "P1", "URN": ""}, "C07"),
        ({"PLACE_PROVIDER": "PR0"}, "C07"),
        ({"PLACE": "U4", "PLACE_PROVIDER": "PR3"}, "C07"),
        ({"DEC": "02/02/2025"}, "E02"),
        ({"REC": "X1"}, "E02"),
        ({"DEC": "01/04/2025", "REC": "X1"}, "E08"),
        ({"URN": ""}, "U01"),
        ({"PLACE": "R2"}, "U02"),
        ({"PL_POST": "ZZ9 9ZZ"}, "G02"),
        ({"PL_POST": "sk13xe"}, "G03"),
        ({"PL_POST": "AB10 1AB", "HOME_POST": "TR1 2HE", "URN": "XXXXXXX"}, "G04"),
        ({"HOME_POST": ""}, "G05"),
    ],
)
def test_doubtful_rows_are_kept_as_they_came(
    check_rows: CheckRows, changes: dict[str, str], code: str, episode: Episode, faults: Faults
) -> None:
    table = check_rows(HEADERS, episode(**changes))
    assert code in faults(table)
    assert table.accounts[0].rows_loaded == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"PLACE": "P1", "PLACE_PROVIDER": "PR0", "URN": ""},
        {"PLACE": "R2", "URN": "XXXXXXX", "PLACE_PROVIDER": "PR3"},
        {"PLACE": "T2", "URN": "", "PLACE_PROVIDER": "", "DECOM": "15/03/2025"},
        {"LS": "V3", "URN": "", "HOME_POST": "", "PL_POST": ""},
        {"PL_POST": "CF10 3NP", "URN": ""},
        {"DECOM": "1/2/25", "DEC": "2025-02-05", "REC": "E4A", "URN": "1234567.0"},
        {"PLACE": "k2 ", "LS": " c2"},
    ],
)
def test_what_is_right_is_not_complained_of(
    check_rows: CheckRows, changes: dict[str, str], episode: Episode, faults: Faults
) -> None:
    assert faults(check_rows(HEADERS, episode(**changes))) == set()


def test_the_same_start_twice_is_said(check_rows: CheckRows, episode: Episode) -> None:
    table = check_rows(HEADERS, episode(), episode(LS="C1"), episode(CHILD="T-2"))
    assert [p.rows for p in table.problems if p.code == "I05"] == [2]


def test_two_forms_of_date_in_one_column_are_said(check_rows: CheckRows, episode: Episode) -> None:
    table = check_rows(HEADERS, episode(), episode(CHILD="T-2", DECOM="2025-02-03"))
    assert [(p.code, p.row) for p in table.problems if p.code == "F11"] == [("F11", 3)]


def test_sectors_about_twenty_miles_apart_may_be_on_either_side(
    check_rows: CheckRows, episode: Episode
) -> None:
    near = episode(HOME_POST="M2 5", PL_POST="BB1 7")  # about 20 miles
    far = episode(CHILD="T-2", HOME_POST="M2 5", PL_POST="LA1 1")
    exact = episode(CHILD="T-3", HOME_POST="M2 5DB", PL_POST="BB1 7DP")
    said = check_rows(HEADERS, near, far, exact).problems
    assert [(p.severity, p.row) for p in said if p.code == "G09"] == [(Severity.INFO, 2)]
