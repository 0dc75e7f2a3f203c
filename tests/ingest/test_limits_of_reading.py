"""What is larger than any table of ours is refused while it is read, not after the memory is gone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest import delimited, sheets
from rcc_dash.ingest.read import read_workbook
from rcc_dash.ingest.sheets import TooMuchError, as_sheet

WriteText = Callable[..., Path]
WriteOds = Callable[..., Path]


def test_rows_of_any_length_become_one_frame_across_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_ROWS_PACKED", 2)
    frame = as_sheet([["a"], [], ["b", "c", "d"], [" "], ["", "e"]])
    assert frame.index.tolist() == [1, 3, 5]
    assert frame.to_numpy().tolist() == [["a", "", ""], ["b", "c", "d"], ["", "e", ""]]
    assert list(frame.columns) == [0, 1, 2]


def test_no_rows_are_an_empty_frame() -> None:
    assert as_sheet([]).empty


def test_reading_stops_at_the_limit_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 10)
    monkeypatch.setattr(sheets, "_ROWS_PACKED", 4)
    taken = 0

    def endless() -> Iterator[list[str]]:
        nonlocal taken
        while True:
            taken += 1
            yield ["x"]

    with pytest.raises(TooMuchError, match="more than 10 rows"):
        as_sheet(endless())
    assert taken == 12


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a," * 1001 + "b\n", "1,002 columns"),
        ("a\n" + "x" * (sheets.MAX_CELL_CHARACTERS + 1) + "\n", "a cell holds more than"),
        ("a,b\n" + "x," * 2**20, "A line holds more than"),
    ],
)
def test_too_wide_a_csv_is_refused(write_text: WriteText, text: str, says: str) -> None:
    with pytest.raises(UserError, match="too large for a table") as refused:
        read_workbook(write_text("a.csv", text))
    assert says in refused.value.what
    assert refused.value.fix


def test_thousands_of_blank_cells_behind_the_table_do_no_harm(write_text: WriteText) -> None:
    frame = read_workbook(write_text("a.csv", f"URN,Name{',' * 16000}\n1,b{',' * 16000}\n")).sheets[0].rows
    assert frame.to_numpy().tolist() == [["URN", "Name"], ["1", "b"]]


def test_a_spreadsheet_beyond_the_limits_is_refused(
    write_ods: WriteOds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MAX_ROWS", 3)
    with pytest.raises(UserError, match="too large when opened"):
        read_workbook(write_ods("a.ods", {"One": [["URN"]] * 5}))


@pytest.mark.parametrize("at", [10, 2**20 - 1, 2**20, 2**20 + 5])
def test_a_control_character_is_found_wherever_it_stands(write_text: WriteText, at: int) -> None:
    line = "x" * 99 + "\n"
    text = line * (2**20 // len(line) + 2)
    with pytest.raises(UserError, match="cannot be read as text"):
        read_workbook(write_text("a.csv", text[:at] + "\x00" + text[at:]))


def test_letters_across_a_part_boundary_are_read_rightly(
    write_text: WriteText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "_CHARACTERS_AT_ONCE", 3)
    book = read_workbook(write_text("a.csv", "Caf\u00e9,\u2013\u2013\u20ac\n"))
    assert (book.encoding, book.sheets[0].rows.to_numpy().tolist()) == (
        "utf-8",
        [["Caf\u00e9", "\u2013\u2013\u20ac"]],
    )
