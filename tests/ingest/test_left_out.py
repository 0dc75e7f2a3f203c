"""What is not in a whole return, or of an LA not in a region's file, says that there is nobody."""

from pathlib import Path

import pytest

from rcc_dash.domain.accounts import Account
from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told

SECRETS = Secrets(b"a synthetic key, only for tests!")
BARNSLEY, SHEFFIELD = "E08000016", "E08000019"
HEAD = "<CHILDID>T-1</CHILDID><SEX>1</SEX><DOB>05/06/2010</DOB><UASC>0</UASC>"
STAY = "<EPISODE><DECOM>01/02/2023</DECOM><RNE>S</RNE><PL>U4</PL></EPISODE>"
GONE = "<AMISSING><MISSING>M</MISSING><MIS_START>{}</MIS_START></AMISSING>"
COLUMNS = "CHILD,DOB,MISSING,MIS_START,MIS_END"
ROW = "T-1,05/06/2012,M,01/05/2024,02/05/2024"


def returned(tmp_path: Path, inside: str = "", stay: str = STAY, year: int = 2025) -> CheckedFile:
    path = tmp_path / "return.xml"
    head = f"<HEADER>{HEAD}{inside}</HEADER>"
    path.write_text(f"<EXPSSDA903>\n<CHILD>{head}{stay}</CHILD>\n</EXPSSDA903>", encoding="utf-8")
    return check_file(path, Told(path.name, la="Barnsley", year=year), SECRETS)


def text(tmp_path: Path, name: str, *lines: str, la: str | None = None) -> CheckedFile:
    path = tmp_path / name
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return check_file(path, Told(name, la=la), SECRETS)


def every(checked: CheckedFile) -> list[Account]:
    return [account for table in checked.tables for account in table.accounts]


def nobody_in(checked: CheckedFile) -> set[str]:
    return {one.source.removeprefix("ssda903_") for one in every(checked) if not one.rows_read}


def test_a_whole_return_as_xml_tells_of_what_is_not_in_it(tmp_path: Path) -> None:
    checked = returned(tmp_path)
    assert nobody_in(checked) == {"missing", "uasc"}  # returns of 2025 have no orders
    assert {(one.la_code, one.period) for one in every(checked)} == {(BARNSLEY, "2025")}
    said = [one.what for table in checked.tables for one in table.problems if one.code == "F19"]
    assert "The whole return has no record of it: no child was missing in the year." in said
    assert nobody_in(returned(tmp_path, year=2027)) == {"missing", "uasc", "dolo"}
    assert nobody_in(returned(tmp_path, GONE.format("01/05/2024"))) == {"uasc"}


def test_rows_of_a_return_that_cannot_be_read_are_of_somebody(tmp_path: Path) -> None:
    checked = returned(tmp_path, GONE.format("soon"))
    assert nobody_in(checked) == {"uasc"}
    assert [(one.rows_read, one.rows_rejected) for one in every(checked) if "missing" in one.source] == [
        (1, 1)
    ]


def test_a_part_of_a_return_says_nothing_of_the_rest(tmp_path: Path) -> None:
    assert nobody_in(returned(tmp_path, stay="")) == set()


@pytest.mark.parametrize(
    ("name", "la", "rows", "is_regional"),
    [
        ("region 2025 missing.csv", None, [f"{ROW},Barnsley", f"{ROW},Sheffield"], True),
        ("region 2025 missing.csv", None, [f"{ROW},Barnsley"], True),
        ("region 2025 missing.csv", None, [f"{ROW},Barnsley", f"{ROW},"], True),
        ("Greater Manchester 2025 missing.csv", None, [f"{ROW},Bolton"], True),
        ("Barnsley 2025 missing.csv", None, [f"{ROW},Barnsley"], False),
        ("2025 missing.csv", "Barnsley", [f"{ROW},Barnsley"], False),
        ("Barnsley 2025 missing.csv", None, [f"{ROW},"], False),
    ],
)
def test_a_file_that_names_las_in_a_column_is_the_regions_or_one_las_own(
    tmp_path: Path, name: str, la: str | None, rows: list[str], *, is_regional: bool
) -> None:
    checked = text(tmp_path, name, f"{COLUMNS},LA", *rows, la=la)
    assert {one.is_regional for one in every(checked)} == {is_regional}
    said = [one.what for table in checked.tables for one in table.problems if one.code == "F19"]
    sentence = "Of each LA of the region that is not in it, it says: no child was missing in the year."
    assert said == ([sentence] if is_regional else [])


def test_headings_of_a_region_are_asked_for_their_la(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Which LA"):
        text(tmp_path, "region 2025 missing.csv", f"{COLUMNS},LA")
