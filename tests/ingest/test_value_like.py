"""A child's number or postcode as the name of a sheet, or in a heading, is neither kept nor said."""

from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ssda903_dolo, ssda903_episodes
from rcc_dash.ingest.read import read_workbook
from rcc_dash.ingest.told import Told
from rcc_dash.ingest.value_like import looks_like_a_value, sheet_name
from tests.ingest.books import saved_book
from tests.ingest.conftest import WriteOds

SECRETS = Secrets(b"a synthetic key, only for tests!")
NAME = "ZQXK00017 BL1 1CI"
HEADS = list(ssda903_episodes.HEADERS)
GOOD = ["T-1", "01/02/2025", "S", "C2", "N1", "K2", "PR4", "", "", "", "SK1 3XE", "M2 5DB", ""]
BAD = ["T-1", "soon", *GOOD[2:]]
NUMBERED = ["CHILD 90483127", *HEADS[1:]]
SHEETS = {
    "rows": {NAME: [HEADS, GOOD, BAD]},
    "lacks": {NAME: [HEADS[:4], GOOD[:4]]},
    "clash": {"E": [[*HEADS, "CHILD (see notes ZQXK00017)"], [*GOOD, ""]]},
    "no table": {"E": [HEADS, GOOD], NAME: [["x", "y"], ["a", "b"]]},
    "hidden": {"E": [HEADS, GOOD], f"hidden {NAME}": [HEADS, GOOD]},
    "nobody": {NAME: [list(ssda903_dolo.HEADERS)]},
    "likeness": {"E": [NUMBERED, GOOD, BAD]},
    "none kept": {NAME: [NUMBERED, BAD]},
    "personal": {NAME: [[*HEADS, "Forename", "NHS number 90483127"], [*GOOD, "x", "y"]]},
    "beside": {"E": [[*HEADS, NAME], [*GOOD, NAME]]},
    "formula": {"E": [HEADS, GOOD, [f'="{NAME}"', *GOOD[1:]]]},
    "above": {"E": [[f"Return of {NAME}"], HEADS, BAD]},
}


def saved(path: Path, sheets: dict[str, list[list[str]]]) -> Path:
    hidden = {name: "veryHidden" for name in sheets if name.startswith("hidden")}
    return saved_book(path, sheets, hidden, note=NAME)


def kept(path: Path) -> str:
    """Give all that is stored or said of a file."""
    try:
        checked = check_file(path, Told(path.name, la="Bury", year=2025), SECRETS)
    except UserError as why:
        return repr(why.args) + why.title + why.what + why.fix
    said = [repr((table.problems, table.accounts)) + table.frame.to_csv() for table in checked.tables]
    return "".join(said) + repr(checked.passed_over)


@pytest.mark.parametrize("kind", SHEETS)
def test_no_name_of_a_sheet_heading_comment_or_formula_is_kept(
    tmp_path: Path, write_ods: WriteOds, kind: str
) -> None:
    plain = {name: rows for name, rows in SHEETS[kind].items() if kind != "formula"}
    files = [saved(tmp_path / "file.xlsx", SHEETS[kind]), *([write_ods("file.ods", plain)] if plain else [])]
    text = "".join(map(kept, files)).lower()
    assert [part for part in ("zqxk", "90483", "bl1 1ci") if part in text] == []


def test_two_such_sheets_stay_apart_and_keep_of_when_they_are(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.xlsx", {f"Bury 31.03.2025 T{number}": [HEADS, GOOD] for number in (12345, 12346)}
    )
    names = [sheet.name for sheet in read_workbook(path).sheets]
    assert names == ["Bury 31.03.2025 … (sheet 1)", "Bury 31.03.2025 … (sheet 2)"]


@pytest.mark.parametrize(
    "name", ["Episodes", "Census 31.03.2025", "2024-25", "Homes_2024", "31032025", "D1 - 201819", "Q4 2025"]
)
def test_what_says_of_when_a_sheet_is_stays(name: str) -> None:
    assert sheet_name(name, 1) == name


def test_letters_of_another_width_hide_no_postcode() -> None:
    wide = "\uff33\uff2b\uff11 \uff13\uff38\uff25"
    assert looks_like_a_value(f"Home at {wide}")
    assert sheet_name(wide, 3) == "\u2026 (sheet 3)"
