from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.ssda903_episodes import HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
GOOD = dict(
    zip(
        HEADERS,
        ("T-1", "01/02/2025", "S", "C2", "N1", "K2", "PR4", "", "", "", "SK1 3XE", "M2 5DB", "SC012345"),
        strict=True,
    )
)


def episode(**changes: object) -> tuple[object, ...]:
    return tuple((GOOD | changes).values())


def codes(table: CheckedTable) -> set[str]:
    return {p.code for p in table.problems if p.severity is not Severity.INFO}


def test_an_episode_as_an_la_submits_it(check_rows: CheckRows, secrets: Secrets) -> None:
    table = check_rows(HEADERS, episode())
    row = table.frame.iloc[0]
    assert row["child_key"] == secrets.child_key("E08000016", "T-1")
    assert row["record_key"] == secrets.record_key("E08000016", "T-1")
    assert (row["la_code"], row["year"], row["source_row"]) == ("E08000016", 2025, 2)
    assert row["started_on"] == pd.Timestamp(2025, 2, 1)
    assert pd.isna(row["ended_on"])
    assert (row["origin_sector"], row["placement_sector"]) == ("SK1 3", "M2 5")
    assert (row["placement_la"], row["distance_miles"], row["distance_basis"]) == (
        "E08000003", 6.2, "postcode",
    )  # fmt: skip
    assert row["home_urn"] == "SC012345"
    assert codes(table) == set()


def test_a_hub_file_has_sectors_iso_dates_and_several_las_and_years(check_rows: CheckRows) -> None:
    header = (*HEADERS, "LA", "YEAR", "YEAR_latest", "Episode_source")
    table = check_rows(
        header,
        (*episode(CHILD="7_BAR", DECOM="2024-02-01", HOME_POST="SK1 3", PL_POST="M2 5"),
         "Barnsley", "2024", "2025", "Original"),
        (*episode(CHILD="7_370", DECOM="2024-02-01", DEC="2024-06-01", REC="X1"),
         "E08000016", "2025", "2025", "X | RULE_4"),
        (*episode(CHILD="7", DECOM="2025-02-01"), "Sheffield", "2025", "2025", ""),
        (*episode(CHILD="8", DECOM="2025-02-01"), "Nowhere", "2025", "2025", ""),
        (*episode(CHILD="9", DECOM="2025-02-01"), "Sheffield", "soon", "2025", ""),
        told=Told("episodes.csv"),
    )  # fmt: skip
    seen = {(a.la_code, a.period): (a.rows_read, a.rows_rejected) for a in table.accounts}
    assert seen == {
        ("E08000016", "2024"): (1, 0),
        ("E08000016", "2025"): (1, 0),
        ("E08000019", "2025"): (1, 0),
        ("E08000019", ""): (1, 1),
        (None, "2025"): (1, 1),
    }
    first, second, other_la = table.frame["child_key"]
    assert first == second != other_la
    assert table.frame["distance_basis"].tolist() == ["sector", "postcode", "postcode"]
    assert table.frame["distance_miles"][0] == pytest.approx(6.2, abs=0.6)
    assert table.frame["hub_fix"].fillna("").tolist() == ["", "RULE_4", ""]
    rejected = {(p.code, p.row) for p in table.problems if p.severity is Severity.ERROR}
    assert rejected == {("F06", 5), ("F05", 6)}


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
    check_rows: CheckRows, changes: dict[str, str], code: str
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
    check_rows: CheckRows, changes: dict[str, str], code: str, column: str
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
    check_rows: CheckRows, changes: dict[str, str], code: str
) -> None:
    table = check_rows(HEADERS, episode(**changes))
    assert code in codes(table)
    assert table.accounts[0].rows_loaded == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"PLACE": "P1", "PLACE_PROVIDER": "PR0", "URN": ""},
        {"PLACE": "R2", "URN": "XXXXXXX", "PLACE_PROVIDER": "PR3"},
        {"PLACE": "T2", "URN": "", "PLACE_PROVIDER": ""},
        {"LS": "V3", "URN": "", "HOME_POST": "", "PL_POST": ""},
        {"PL_POST": "CF10 3NP", "URN": ""},
        {"DECOM": "1/2/25", "DEC": "2025-02-05", "REC": "X1", "URN": "1234567.0"},
        {"PLACE": "k2 ", "LS": " c2"},
    ],
)
def test_what_is_right_is_not_complained_of(check_rows: CheckRows, changes: dict[str, str]) -> None:
    assert codes(check_rows(HEADERS, episode(**changes))) == set()


def test_the_same_start_twice_is_said(check_rows: CheckRows) -> None:
    table = check_rows(HEADERS, episode(), episode(LS="C1"), episode(CHILD="T-2"))
    assert [p.rows for p in table.problems if p.code == "I05"] == [2]


def test_two_forms_of_date_in_one_column_are_said(check_rows: CheckRows) -> None:
    table = check_rows(HEADERS, episode(), episode(CHILD="T-2", DECOM="2025-02-03"))
    assert [(p.code, p.row) for p in table.problems if p.code == "F11"] == [("F11", 3)]


def test_stated_la_and_distance_count_only_where_postcodes_are_silent(check_rows: CheckRows) -> None:
    header = (*HEADERS, "PL_LA", "PL_DISTANCE")
    table = check_rows(
        header,
        (*episode(HOME_POST="", PL_POST=""), "SCO", "250.5"),
        (*episode(CHILD="T-2", HOME_POST=""), "Leeds", "999.9"),
        (*episode(CHILD="T-3"), "Manchester", "3.1"),
    )
    assert table.frame["placement_la"].tolist() == ["SCO", "E08000003", "E08000003"]
    assert table.frame["distance_miles"].tolist() == [250.5, pd.NA, 6.2]
    assert table.frame["distance_basis"].fillna("").tolist() == ["stated", "", "postcode"]
    assert [p.row for p in table.problems if p.code == "G07"] == [3]


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Barnsley_2022.csv", 2022),
        ("Barnsley 14032021.csv", 2021),
        ("Barnsley 2017-18.csv", 2018),
        ("Barnsley-201819.csv", 2019),
        ("Barnsley_1920.csv", 2020),
        ("370_21-22_episodes.csv", 2022),
    ],
)
def test_la_and_year_from_the_files_name(check_rows: CheckRows, name: str, year: int) -> None:
    table = check_rows(HEADERS, episode(DECOM="01/02/2016"), told=Told(name))
    assert [(a.la_code, a.period) for a in table.accounts] == [("E08000016", str(year))]


@pytest.mark.parametrize(
    ("told", "how"), [(Told("a.csv", year=2025), "--la"), (Told("a.csv", la="Barnsley"), "--year")]
)
def test_without_la_or_year_it_says_how_to_give_them(check_rows: CheckRows, told: Told, how: str) -> None:
    with pytest.raises(UserError) as refused:
        check_rows(HEADERS, episode(), told=told)
    assert how in refused.value.fix
    assert "column headed" in refused.value.fix


def test_a_core_subset_in_another_order_and_case_is_enough(check_rows: CheckRows) -> None:
    table = check_rows(("place", "Child ", "dec", "DECOM"), ("K2", "T-1", "", date(2025, 2, 1).isoformat()))
    assert table.frame["place_code"].tolist() == ["K2"]


SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "samples"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared sample files are not beside the project")
def test_every_sample_file_is_accounted_for(check_file: Callable[..., CheckedTable]) -> None:
    files = sorted(SAMPLES.glob("csdm_*.csv"))
    assert len(files) == 15
    for path in files:
        table = check_file(path, Told("", la="Barnsley"))
        lines = sum(1 for line in path.read_text(encoding="utf-8").splitlines()[1:] if line.strip(","))
        (account,) = table.accounts
        assert account.rows_read == lines == len(table.frame) + account.rows_rejected
        assert account.period == path.name.split("_")[1]
        assert account.rows_rejected == 0
