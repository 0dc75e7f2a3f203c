"""Ofsted's sheets in small, with answers worked out by hand."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile, CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told

KEY = Secrets(b"k" * 32)
WriteText = Callable[..., Path]
WriteOds = Callable[..., Path]

PLACES = "URN,Provision type,Local authority,Sector,Places,Registration status,Postcode,Name\n"
JUDGED = "URN,Provision type,Local authority,Sector,Places,Event type,Inspection date,Overall effectiveness\n"
HOME = "Children's home,Leeds,Private,4"


def checked(path: Path) -> CheckedFile:
    return check_file(path, Told(path.name), KEY)


def table(path: Path) -> CheckedTable:
    (only,) = checked(path).tables
    return only


def codes(found: CheckedTable) -> list[tuple[str, str, int | None]]:
    return [(p.code, p.severity.value, p.row) for p in found.problems]


def counts(found: CheckedTable) -> tuple[int, int, int, int]:
    (a,) = found.accounts
    return a.rows_read, a.rows_loaded, a.rows_mended, a.rows_rejected


def test_a_home_is_read_as_listed(write_text: WriteText) -> None:
    row = "sc000001 ,CHILDREN'S HOME,Bristol,local authority,6.0,Active,bs1 4nd,REDACTED\n"
    found = table(write_text("places_31_march_2024.csv", PLACES + row))
    assert found.table == "home_listing"
    home = found.frame.iloc[0]
    assert (home["urn"], home["provision_type"], home["la_code"]) == (
        "SC000001",
        "childrens_home",
        "E06000023",
    )
    assert (home["sector"], home["places"], home["postcode_sector"]) == ("la", 6, "BS1 4")
    assert (home["as_of"], home["list_kind"]) == (pd.Timestamp(2024, 3, 31), "places")
    assert home[["home_name", "inspected_on", "judgement", "short_break_only", "mends"]].isna().all()
    assert (home["source_row"], counts(found)) == (2, (1, 1, 0, 0))
    assert found.accounts[0].period == "2024-03-31"


def test_every_row_is_loaded_mended_or_rejected(write_text: WriteText) -> None:
    rows = (
        f"1000001,{HOME},Active,,\n"
        f"1000001,{HOME},Active,,\n"  # row 3: the same provider again
        f",{HOME},Active,,\n"  # row 4: no URN
        "1000002,Children's home,Leeds,Charity,four,Active,,\n"  # row 5: sector and places unknown
        "1000003,Tree house,Cumbria,Private,4,Active,nowhere,\n"  # row 6: new type, divided LA, no postcode
        "1000004,Children's home,Atlantis,Private,4,Suspended,,\n"  # row 7: no such LA
        "1000005,Children's home,Poole,Private,4,Active,,\n"  # row 8: merged LA
    )
    found = table(write_text("places_31_march_2024.csv", PLACES + rows))
    assert counts(found) == (7, 4, 1, 2)
    assert sorted(codes(found)) == [
        ("F12", "info", 8),
        ("F12", "warning", 6),
        ("G01", "warning", 6),
        ("H01", "error", 4),
        ("H02", "warning", 6),
        ("H03", "warning", 7),
        ("H04", "mended", 5),
        ("H05", "mended", 5),
        ("H08", "error", 3),
    ]
    frame = found.frame.set_index("source_row")
    assert list(frame.index) == [2, 5, 6, 7, 8]
    assert frame["mends"].dropna().to_dict() == {5: "H04 H05"}
    assert frame["provision_type"][6] == "other"
    assert frame["la_listed"][6] == "Cumbria"
    assert frame["la_code"].isna().to_dict() == {2: False, 5: False, 6: True, 7: True, 8: False}
    assert frame["status"][7] == "Suspended"


def test_no_problem_holds_a_value_of_a_row(write_text: WriteText) -> None:
    row = "1000009,Tree house,Atlantis,Charity,many,Active,ZZ99 9ZZZ,Secret Name\n"
    found = table(write_text("places_31_march_2024.csv", PLACES + row))
    said = " ".join(f"{p.what} {p.fix} {p.column}" for p in found.problems)
    assert not [
        word for word in ("Tree", "Atlantis", "Charity", "many", "ZZ99", "Secret", "1000009") if word in said
    ]


@pytest.mark.parametrize(
    ("word", "grade"),
    [
        ("Outstanding", "outstanding"),
        ("Adequate", "requires_improvement"),
        ("Requires Improvement to be good", "requires_improvement"),
        ("inadequate", "inadequate"),
        ("Not judged", None),
        ("", None),
    ],
)
def test_grades_of_every_framework(write_text: WriteText, word: str, grade: str | None) -> None:
    found = table(
        write_text("level_31_march_2016.csv", f"{JUDGED}1000001,{HOME},Full inspection,02/03/2016,{word}\n")
    )
    assert found.accounts[0].source == "ofsted_judgements"
    assert [None if pd.isna(one) else one for one in found.frame["judgement"]] == [grade]
    assert found.frame["inspected_on"].tolist() == [pd.Timestamp(2016, 3, 2)]


def test_a_years_inspections_are_told_from_a_list_by_providers_named_twice(write_text: WriteText) -> None:
    rows = f"1000001,{HOME},Full inspection,02/03/2016,Good\n1000001,{HOME},Interim inspection,02/09/2015,\n"
    found = table(write_text("inspections_2016.csv", JUDGED + rows))
    assert found.table == "home_inspection"
    assert found.frame["inspection_type"].tolist() == ["Full inspection", "Interim inspection"]
    undated = table(write_text("in-year 2015-16.csv", JUDGED + f"1000001,{HOME},Full inspection,soon,Good\n"))
    assert codes(undated) == [("H06", "mended", 2), ("H09", "error", 2)]
    assert counts(undated) == (1, 0, 0, 1)


def test_joiners_and_leavers(write_text: WriteText) -> None:
    text = (
        "URN,Provision type,Local authority,Sector,Places,"
        "Registration date,Resigned/closed date,Joiner status,Leaver status\n"
        f"1000001,{HOME},01/05/2020,,Joiner,\n"
        f"1000002,{HOME},01/05/2010,03/09/2020,,Leaver\n"
        f"1000003,{HOME},,,,\n"
    )
    found = table(write_text("joiners_leavers_21.csv", text))
    assert found.frame["joined"].tolist() == [True, False]
    assert found.frame["left"].tolist() == [False, True]
    assert found.frame["closed_on"].tolist() == [pd.NaT, pd.Timestamp(2020, 9, 3)]
    assert codes(found) == [("H10", "error", 4)]


def test_the_series_is_one_row_a_date_from_two_tables(write_ods: WriteOds) -> None:
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


def test_sheets_with_nothing_to_load_are_passed_over_and_said(write_ods: WriteOds) -> None:
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


def test_a_judgement_list_with_a_heading_gone_is_not_taken_for_all_providers(write_text: WriteText) -> None:
    text = JUDGED.replace("Inspection date", "When") + f"1000001,{HOME},Full inspection,02/03/2016,Good\n"
    with pytest.raises(UserError, match="with judgements' and lacks a column for 'Inspection date'"):
        checked(write_text("level_31_march_2016.csv", text))


def test_a_list_with_no_date_anywhere_asks_for_one(write_text: WriteText) -> None:
    path = write_text("places.csv", f"{PLACES}1000001,{HOME},Active,,\n")
    with pytest.raises(UserError, match="does not say of which date"):
        checked(path)
    told = check_file(path, Told(path.name, as_of=date(2024, 8, 31)), KEY).tables[0]
    assert told.accounts[0].period == "2024-08-31"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Fish,Chips\n1,2\n", "holds nothing that can be loaded"),
        ("URN,Provision type,Places\n1,2,3\n", "lacks a column for 'Local authority'"),
        (PLACES, "no rows below"),
        (PLACES.replace("Name", "Places") + f"1000001,{HOME},Active,,4\n", "both stand for 'Places'"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_layout(
    write_text: WriteText, text: str, says: str
) -> None:
    with pytest.raises(UserError, match=says) as refused:
        checked(write_text("places_31_march_2024.csv", text))
    assert refused.value.fix
