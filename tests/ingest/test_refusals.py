"""A file that is refused says what it lacks, where, and what may have been meant."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told

HEADS = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
ROW = "A1,01/05/2024,S,C2,N1,U4,PR1,,,,BL1 1RU,BL1 4AA,"
SECRETS = Secrets(b"a synthetic key, only for tests!")


def refusal(path: Path, *lines: str) -> UserError:
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        check_file(path, Told(path.name), SECRETS)
    return refused.value


def test_the_headings_that_may_be_the_missing_columns_are_named(tmp_path: Path) -> None:
    renamed = HEADS.replace("DECOM", "Start of episode").replace("DEC,", "End of episode,")
    why = refusal(tmp_path / "Bolton 2025.csv", renamed, ROW)
    assert "lacks columns for 'DECOM' and 'DEC'" in why.what
    assert "row 1 that are not understood: 'Start of episode' and 'End of episode'" in why.what
    assert why.code == "F01"


def test_a_file_that_lacks_only_the_childs_id_says_so(tmp_path: Path) -> None:
    why = refusal(tmp_path / "Bolton 2025.csv", HEADS.replace("CHILD", "Who"), ROW)
    assert ("'CHILD'" in why.what, why.code) == (True, "P02")


@pytest.mark.parametrize(
    ("lines", "code", "words"),
    [
        ([HEADS], "F02", "no rows below them"),
        ([*["a note"] * 16, HEADS, ROW], "F03", "the first 15 rows"),
        ([f"{HEADS},DECOM", f"{ROW},1"], "F10", "both stand for 'DECOM'"),
    ],
)
def test_each_kind_of_refusal_has_its_code_and_says_why(
    tmp_path: Path, lines: list[str], code: str, words: str
) -> None:
    why = refusal(tmp_path / "Bolton 2025.csv", *lines)
    assert (why.code, words in why.what, bool(why.fix)) == (code, True, True)


def test_figures_with_a_heading_changed_are_not_taken_for_a_lookup_of_areas(tmp_path: Path) -> None:
    where = "region_name,la_name,new_la_code,old_la_code"
    heads = f"time_period,geographic_level,country_code,region_code,{where},population_type,how_many"
    why = refusal(tmp_path / "rates.csv", heads, "2025,Local authority,E92000001,,,Bolton,E08000001,350,x,9")
    assert "'how_many'" in why.what


@pytest.fixture
def write_book(tmp_path: Path) -> Callable[..., Path]:
    def write(**states: str) -> Path:
        book = openpyxl.Workbook()
        del book[book.sheetnames[0]]
        for name, state in states.items():
            sheet = book.create_sheet(name)
            for line in (HEADS, ROW):
                sheet.append(line.split(","))
            sheet.sheet_state = state
        book.create_sheet("Cover").append(["Nothing here"])
        book.save(tmp_path / "Bolton 2025.xlsx")
        return tmp_path / "Bolton 2025.xlsx"

    return write


def test_a_hidden_table_beside_one_that_can_be_seen_is_passed_over(write_book: Callable[..., Path]) -> None:
    checked = check_file(write_book(Now="visible", Old="hidden"), Told("Bolton 2025.xlsx"), SECRETS)
    assert [account.sheet for table in checked.tables for account in table.accounts] == ["Now"]
    assert "is hidden" in next(one.why for one in checked.passed_over if one.sheet == "Old")


def test_a_hidden_table_is_loaded_where_there_is_no_other(write_book: Callable[..., Path]) -> None:
    checked = check_file(write_book(Only="veryHidden"), Told("Bolton 2025.xlsx"), SECRETS)
    assert [account.sheet for table in checked.tables for account in table.accounts] == ["Only"]
