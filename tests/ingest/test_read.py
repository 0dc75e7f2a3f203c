"""Files of every kind are read as text with their own row numbers, or refused in plain words."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest import delimited, read, spreadsheet, zips
from rcc_dash.ingest.read import read_workbook

WriteText = Callable[..., Path]
WriteOds = Callable[..., Path]

SHEET = "URN,Name\n1234567,Caf\u00e9 \u2013 home\n"


def rows_of(path: Path) -> list[list[str]]:
    return read_workbook(path).sheets[0].rows.to_numpy().tolist()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_each_encoding_gives_the_same_words(write_text: WriteText, encoding: str) -> None:
    path = write_text("a.csv", SHEET, encoding)
    assert rows_of(path) == [["URN", "Name"], ["1234567", "Caf\u00e9 \u2013 home"]]
    assert read_workbook(path).encoding == encoding


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_each_delimiter_splits(write_text: WriteText, mark: str) -> None:
    path = write_text(
        "a.csv", f'A title, with commas\na{mark}b{mark}c{mark}d\n1{mark}"x{mark}y"{mark}3{mark}4\n'
    )
    assert rows_of(path)[1:] == [["a", "b", "c", "d"], ["1", f"x{mark}y", "3", "4"]]


def test_rows_are_numbered_as_a_person_counts(write_text: WriteText) -> None:
    path = write_text("a.csv", 'title\n\n"two\nlines",b\n,\n1,2,3\n')
    rows = read_workbook(path).sheets[0].rows
    assert list(rows.index) == [1, 3, 5]
    assert rows.loc[3].tolist() == ["two\nlines", "b", ""]


def test_numbers_and_dates_of_a_spreadsheet_are_plain_text(write_ods: WriteOds) -> None:
    path = write_ods(
        "a.ods", {"One": [["URN", "Cost", "Day"], ["=2590934.0", "=12.5", "@2025-03-31"]], "Two": []}
    )
    book = read_workbook(path)
    assert [sheet.name for sheet in book.sheets] == ["One", "Two"]
    assert book.sheets[0].rows.loc[2].tolist() == ["2590934", "12.5", "2025-03-31"]
    assert book.sheets[1].rows.empty


def test_the_bytes_say_the_kind_and_not_the_name(write_ods: WriteOds) -> None:
    path = write_ods("a.xls", {"One": [["URN"]]})
    assert rows_of(path.rename(path.with_suffix(".csv"))) == [["URN"]]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_spreadsheet_is_refused(write_ods: WriteOds, share: float) -> None:
    path = write_ods("a.ods", {"One": [["URN", str(i)] for i in range(200)]})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(UserError, match="cut off or damaged"):
        read_workbook(path)


def test_a_damaged_part_is_refused(write_ods: WriteOds) -> None:
    path = write_ods("a.ods", {"One": [["URN", str(i)] for i in range(200)]})
    data = bytearray(path.read_bytes())
    at = data.find(b"content.xml") + 60
    data[at : at + 40] = bytes(40)
    path.write_bytes(bytes(data))
    with pytest.raises(UserError, match="cannot be read as a spreadsheet"):
        read_workbook(path)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.csv", b"", "is empty"),
        ("blank.csv", b"\n,,\n \n", "is empty"),
        ("doc.pdf", b"%PDF-1.7 ...", "is a PDF"),
        ("page.xls", b"\xef\xbb\xbf \n<HTML><table><tr><td>URN</td></tr></table>", "is a web page"),
        ("cla.xml", b"<?xml version='1.0'?><a/>", "is an XML file"),
        ("junk.csv", bytes(range(256)) * 4, "cannot be read as text"),
        ("undefined.csv", b"URN,Name\n1,\x81\n", "cannot be read as text"),
        ("quote.csv", b'URN,Name\n1,"never closed\n2,b\n', "has a broken row"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "cannot be read as a spreadsheet"),
        (
            "locked.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "is locked",
        ),
        ("cut.zip", b"PK\x03\x04" + bytes(40), "cut off or damaged"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError, match=says) as refused:
        read_workbook(path)
    assert refused.value.fix


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        read_workbook(tmp_path)
    with pytest.raises(UserError, match="cannot be opened"):
        read_workbook(tmp_path / "gone.csv")


def test_a_zip_of_other_things_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(UserError, match="is not a spreadsheet"):
        read_workbook(path)


def test_a_locked_ods_is_refused(write_ods: WriteOds) -> None:
    locked = "<manifest:encryption-data/>"
    entry = f'<manifest:file-entry manifest:full-path="content.xml">{locked}</manifest:file-entry>'
    with pytest.raises(UserError, match="is locked"):
        read_workbook(write_ods("a.ods", {"One": [["URN"]]}, entry))


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_path: Path) -> None:
        pytest.fail("the bomb was opened")

    monkeypatch.setattr(read, "read_spreadsheet", never)
    path = tmp_path / "bomb.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", bytes(64 * 2**20))
    with pytest.raises(UserError, match="too large when opened"):
        read_workbook(path)


def test_too_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MAX_ENTRIES", 3)
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("content.xml", "a", "b", "c"):
            archive.writestr(name, "")
    with pytest.raises(UserError, match="4 parts"):
        read_workbook(path)


def test_a_file_above_the_limit_is_refused(write_text: WriteText, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MAX_FILE_BYTES", 10)
    with pytest.raises(UserError, match="is too large"):
        read_workbook(write_text("a.csv", SHEET))


def test_two_cells_far_apart_do_not_take_the_app_down(tmp_path: Path) -> None:
    """The reader asks for 400 GB for this kilobyte and is ended; the app is another process."""
    schema = "http://schemas.openxmlformats.org"
    kind = f"{schema}/officeDocument/2006/relationships"
    main = f'xmlns="{schema}/spreadsheetml/2006/main" xmlns:r="{kind}"'
    links = f'<Relationships xmlns="{schema}/package/2006/relationships"><Relationship Id="r1"'
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>2</v></c></row>'
    end = "</Relationships>"
    sheet = '<sheet name="S" sheetId="1" r:id="r1"/>'
    parts = {
        "_rels/.rels": f'{links} Type="{kind}/officeDocument" Target="xl/workbook.xml"/>{end}',
        "xl/_rels/workbook.xml.rels": f'{links} Type="{kind}/worksheet" Target="worksheets/s.xml"/>{end}',
        "xl/workbook.xml": f"<workbook {main}><sheets>{sheet}</sheets></workbook>",
        "xl/worksheets/s.xml": f"<worksheet {main}><sheetData>{cells}</sheetData></worksheet>",
    }
    path = tmp_path / "far.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    with pytest.raises(UserError, match="too large when opened"):
        read_workbook(path)


def test_a_file_that_takes_too_long_is_refused(write_ods: WriteOds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "SECONDS", 0.001)
    with pytest.raises(UserError, match="too large when opened"):
        read_workbook(write_ods("a.ods", {"One": [["URN"]]}))


def test_latin_1_is_never_a_fallback() -> None:
    assert "latin-1" not in delimited.CANDIDATES
