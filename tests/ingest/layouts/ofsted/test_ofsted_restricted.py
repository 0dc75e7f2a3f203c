"""Ofsted's lists for LAs in small: known by their columns, restricted and reduced on arrival."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.accounts import RESTRICTED, SOURCES
from rcc_dash.ingest.checked import CheckedFile, CheckedTable

WriteText = Callable[..., Path]
WriteOds = Callable[..., Path]
Checked = Callable[[Path], CheckedFile]
OnlyTable = Callable[[Path], CheckedTable]
Codes = Callable[[CheckedTable], list[tuple[str, str, int | None]]]
Counts = Callable[[CheckedTable], tuple[int, int, int, int]]

CH_HEAD = (
    "URN,Provider Type,Provider Subtype,Setting Name,Provider Status,Registration Date,Closed Date,"
    "Provider Code,Provider Placement Code,Local Authority,Max Users,Owner ID,Owner Name,Owner Type,Sector,"
    "Setting Postcode,Postcode Area,Setting Address 1,Registered Manager,Telephone Number,"
    "Overall Effectiveness,Emotional and Behavioural Difficulties,Mental Disorders,Sensory Impairment,"
    "Present impairment,Present Drug Problems,Learning Difficulty,Physical Disabilities,Conditions\n"
)
CH_ROW = (
    "sc000001.0,Children's Home,,Made Up House,Active,01/02/2020,,K2/R3,PR4/PR5,Bolton,4,77,Made Up Care Ltd,"
    "Company,Private,BL1 1AA,BL,1 Invented Lane,Ada Invented,01204 000000,Requires Improvement,Y,,,,2,0,,"
    '"The home may accommodate boys aged 8 to 17."\n'
)
SA = (
    "URN,Provider type,Provider name,Provider local authority,Setting local authority,"
    "Setting address postcode,Setting category,Capacity,Registration date,Closed date,Conditions\n"
    "2000001,Supported accommodation,Made Up Stay,Leeds,Bury,BL9 0AC,Category 2: shared,6,01/11/2023,,None\n"
    "2000001,Supported accommodation,Made Up Stay,Leeds,Bolton,BL1 1AB,4,2,01/11/2023,01/02/2025,None\n"
)
COMBINED_2025 = (
    "URN,Provider type,Provider subtype,Provider name,Registration status,Registration date,"
    "Deregistration date,Placement code,Placement provider code,Local authority,Region,"
    "Number of registered places,Owner name,Sector,Provider postcode,top_company\n"
    "SC000002,Children's home,,Made Up Lodge,Active,01/02/2020,,K2,PR1,Bury,North West,3,Bury Council,LA,"
    "BL9 0AA,x\n"
    "1000003,Independent fostering agency,,Made Up Fostering,Active,01/02/2020,,U4; U6; zz,PR4,Bury,"
    "North West,,Made Up,Private,BL9 0AB,x\n"
)


def test_the_list_of_homes_keeps_sectors_codes_and_kinds_and_nothing_finer(
    write_text: WriteText, table: OnlyTable, codes: Codes
) -> None:
    found = table(write_text("CH list 31 May 2024.csv", CH_HEAD + CH_ROW))
    assert codes(found) == []
    home = found.frame.iloc[0]
    kept = ["urn", "list_kind", "precision", "provision_type", "home_name", "postcode_sector", "places"]
    assert home[kept].tolist() == [
        "SC000001", "restricted", "restricted", "childrens_home", "Made Up House", "BL1 1", 4,
    ]  # fmt: skip
    assert home[["place_codes", "provider_codes", "needs", "conditions", "judgement"]].tolist() == [
        "K2 R3", "PR4 PR5", "emotional drugs", "age sex", "requires_improvement",
    ]  # fmt: skip
    assert (home["as_of"], home["owner_name"]) == (pd.Timestamp(2024, 5, 31), "Made Up Care Ltd")
    said = found.frame.to_csv() + str(found.problems)
    assert not [word for word in ("1AA", "Invented", "01204", "boys") if word in said]
    assert found.accounts[0].source in RESTRICTED


def test_every_restricted_source_has_a_name() -> None:
    assert set(SOURCES) > RESTRICTED


@pytest.mark.parametrize(
    "condition", ["One named boy aged 12 may stay until his 18th birthday.", "A specific child aged 9.", ""]
)
def test_a_condition_about_one_child_leaves_no_trace(
    write_text: WriteText, table: OnlyTable, condition: str
) -> None:
    row = CH_ROW.replace("The home may accommodate boys aged 8 to 17.", condition)
    assert table(write_text("CH list 31 May 2024.csv", CH_HEAD + row)).frame["conditions"].isna().all()


def test_the_combined_workbook_is_providers_and_settings(write_ods: WriteOds, checked: Checked) -> None:
    sheets = {
        "Providers": [line.split(",") for line in COMBINED_2025.splitlines()],
        "SA Providers": [line.split(",") for line in SA.splitlines()],
    }
    homes, settings = checked(write_ods("SCP CH 31 March 2025.ods", sheets)).tables
    assert homes.frame["list_kind"].unique().tolist() == ["restricted"]
    assert homes.frame["place_codes"].tolist() == ["K2", "U4 U6"]
    assert homes.frame["sector"].tolist() == ["la", "private"]
    assert homes.frame["mends"].fillna("").tolist() == ["", "H14"]
    assert settings.table == "supported_premises"
    kept = ["urn", "precision", "la_code", "category", "postcode_sector", "places"]
    assert settings.frame[kept].to_numpy().tolist() == [
        ["2000001", "restricted", "E08000002", 2, "BL9 0", 6],
        ["2000001", "restricted", "E08000001", 4, "BL1 1", 2],
    ]
    assert settings.frame["closed_on"].isna().tolist() == [True, False]


def test_settings_and_addresses_on_two_sheets_are_both_taken(write_ods: WriteOds, checked: Checked) -> None:
    head = CH_HEAD.strip().replace("Setting Postcode,", "").split(",")
    cells = CH_ROW.strip().replace("BL1 1AA,", "").replace('"', "").split(",")
    addresses = [
        ["URN", "Setting Name", "Setting Address 1", "Setting Postcode"],
        ["SC000001", "Made Up House", "1 Invented Lane", "BL1 1AA"],
    ]
    book = {"Settings and Inspection Info": [head, cells], "Address Details": addresses}
    listed, placed = checked(write_ods("CH list 31 May 2024.ods", book)).tables
    assert listed.frame["postcode_sector"].isna().all()
    assert placed.frame[["urn", "list_kind", "postcode_sector"]].to_numpy().tolist() == [
        ["SC000001", "restricted_addresses", "BL1 1"]
    ]
    assert placed.frame["home_name"].isna().all()


def test_a_home_named_on_a_list_that_looks_open_is_restricted_all_the_same(
    write_text: WriteText, table: OnlyTable
) -> None:
    head = "URN,Provision type,Local authority,Sector,Places,Registration status,Postcode,Name\n"
    rows = (
        "SC000001,Children's home,Bolton,Private,4,Active,REDACTED,REDACTED\n"
        "SC000002,Children's home,Bolton,Private,4,Active,BL1 1AA,REDACTED\n"
        "SC000003,Secure children's home,Bolton,Private,4,Active,,Made Up House\n"
        "1000004,Independent fostering agency,Bolton,Private,,Active,BL1 1AA,Made Up Fostering\n"
    )
    found = table(write_text("places_31_march_2024.csv", head + rows))
    assert found.frame["precision"].tolist() == ["open", "restricted", "restricted", "open"]


def test_a_row_without_fault_beside_each_fault(
    write_text: WriteText, table: OnlyTable, codes: Codes, counts: Counts
) -> None:
    rows = [
        CH_ROW,
        CH_ROW,  # row 3: twice
        CH_ROW.replace("sc000001.0", ""),  # row 4: no URN
        CH_ROW.replace("sc000001.0", "SC000005").replace("BL1 1AA", "nowhere"),  # row 5: no postcode
        CH_ROW.replace("sc000001.0", "SC000006").replace("K2/R3", "K2/Home"),  # row 6: no code
        CH_ROW.replace("sc000001.0", "SC000007").replace("Bolton", "(select)"),  # row 7: no LA chosen
    ]
    found = table(write_text("CH list 31 May 2024.csv", CH_HEAD + "".join(rows)))
    assert counts(found) == (6, 3, 1, 2)
    assert sorted(codes(found)) == [
        ("G01", "warning", 5), ("H01", "error", 4), ("H08", "error", 3), ("H14", "mended", 6),
    ]  # fmt: skip
