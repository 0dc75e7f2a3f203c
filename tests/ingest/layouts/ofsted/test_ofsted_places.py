"""The list of providers and places in small, with answers worked out by hand."""

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

WriteText = Callable[..., Path]
Checked = Callable[[Path], CheckedFile]
OnlyTable = Callable[[Path], CheckedTable]
Codes = Callable[[CheckedTable], list[tuple[str, str, int | None]]]
Counts = Callable[[CheckedTable], tuple[int, int, int, int]]

PLACES = "URN,Provision type,Local authority,Sector,Places,Registration status,Postcode,Name\n"
HOME = "Children's home,Leeds,Private,4"
FAULTY = (
    f"1000001,{HOME},Active,,\n"
    f"1000001,{HOME},Active,,\n"  # row 3: the same provider again
    f",{HOME},Active,,\n"  # row 4: no URN
    "1000002,Children's home,Leeds,Charity,four,Active,,\n"  # row 5: sector and places unknown
    "1000003,Tree house,Cumbria,Private,4,Active,nowhere,\n"  # row 6: new type, divided LA, no postcode
    "1000004,Children's home,Atlantis,Private,4,Suspended,,\n"  # row 7: no such LA
    "1000005,Children's home,Poole,Private,4,Active,,\n"  # row 8: merged LA
)
"""A first row without fault, then one of each fault."""


def test_a_home_is_read_as_listed(write_text: WriteText, table: OnlyTable, counts: Counts) -> None:
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


def test_every_row_is_loaded_mended_or_rejected(
    write_text: WriteText, table: OnlyTable, codes: Codes, counts: Counts
) -> None:
    found = table(write_text("places_31_march_2024.csv", PLACES + FAULTY))
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


def test_no_problem_holds_a_value_of_a_row(write_text: WriteText, table: OnlyTable) -> None:
    row = "1000009,Tree house,Atlantis,Charity,many,Active,ZZ99 9ZZZ,Secret Name\n"
    found = table(write_text("places_31_march_2024.csv", PLACES + row))
    said = " ".join(f"{p.what} {p.fix} {p.column}" for p in found.problems)
    assert not [
        word for word in ("Tree", "Atlantis", "Charity", "many", "ZZ99", "Secret", "1000009") if word in said
    ]


def test_a_list_with_no_date_anywhere_asks_for_one(
    write_text: WriteText, checked: Checked, secrets: Secrets
) -> None:
    path = write_text("places.csv", f"{PLACES}1000001,{HOME},Active,,\n")
    with pytest.raises(UserError, match="does not say of which date"):
        checked(path)
    told = check_file(path, Told(path.name, as_of=date(2024, 8, 31)), secrets).tables[0]
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
    write_text: WriteText, text: str, says: str, checked: Checked
) -> None:
    with pytest.raises(UserError, match=says) as refused:
        checked(write_text("places_31_march_2024.csv", text))
    assert refused.value.fix
