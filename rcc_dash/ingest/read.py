"""Bytes to rows of text; nothing is interpreted but how the file is written down."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.ingest.delimited import read_delimited
from rcc_dash.ingest.json_rows import is_json, read_json
from rcc_dash.ingest.return_xml import is_xml, read_return
from rcc_dash.ingest.sheets import Sheet, Workbook
from rcc_dash.ingest.spreadsheet import read_spreadsheet
from rcc_dash.ingest.value_like import sheet_name
from rcc_dash.ingest.zips import check_zip
from rcc_dash.settings import MAX_FILE_BYTES

__all__ = ["Sheet", "Workbook", "read_workbook"]

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_PART: Final = "EncryptedPackage".encode("utf-16-le")
_HEAD_BYTES: Final = 512
_NOT_TABLES: Final = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a text document",
    b"\x1f\x8b": "a compressed archive",
    b"7z\xbc\xaf": "a compressed archive",
    b"PAR1": "a Parquet file",
}
_HTML: Final = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head")


def read_workbook(path: Path) -> Workbook:
    """Read a CSV, ODS, XLSX, XLSB, XLS, JSON or XML file, told apart by its bytes and not by its name.

    Raises UserError when it cannot be read, is cut off, is empty, is no table at all or would
    swell beyond the limits of `settings`. Names of sheets are without what looks like a child's number.
    """
    found = _read(path)
    sheets = enumerate(found.sheets, start=1)
    return replace(found, sheets=tuple(replace(one, name=sheet_name(one.name, at)) for at, one in sheets))


def _read(path: Path) -> Workbook:
    head = _head(path)
    _refuse_other_kinds(path, head)
    if head.startswith(_ZIP):
        check_zip(path)
        return read_spreadsheet(path)
    if head.startswith(_OLD_EXCEL):
        _refuse_locked(path)
        return read_spreadsheet(path)
    if is_xml(head):
        return read_return(path)
    if is_json(head):
        return read_json(path)
    rows, encoding = read_delimited(path)
    return Workbook(path.name, encoding, (Sheet("", rows),))


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError(
                title=f"{path.name} is a folder", what="One file was expected.", fix="Choose the files in it."
            )
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UserError(
            title=f"{path.name} cannot be opened", what=f"{reason}.", fix="See whether it is still there."
        ) from error
    if not size:
        raise UserError(
            title=f"{path.name} is empty", what="It holds no bytes.", fix="Save or download it again."
        )
    if size > MAX_FILE_BYTES:
        what = f"It has {size / 2**20:.0f} MB; the most is {MAX_FILE_BYTES / 2**20:.0f} MB."
        raise UserError(
            title=f"{path.name} is too large",
            what=what,
            fix="Split it, for example by year, and load the parts.",
        )
    return head


def _refuse_other_kinds(path: Path, head: bytes) -> None:
    kind = next((kind for mark, kind in _NOT_TABLES.items() if head.startswith(mark)), None)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_HTML):
        kind = "a web page, whatever its name says"
    if kind:
        fix = "Open it, save it as CSV, XLSX or ODS, and load that."
        raise UserError(
            title=f"{path.name} is {kind}", what="Only CSV, ODS and Excel files can be read.", fix=fix
        )


def _refuse_locked(path: Path) -> None:
    """Excel wraps a workbook with a password into the old format, under this name."""
    if _LOCKED_PART in path.read_bytes():
        fix = "Take the password off and load it again."
        raise UserError(title=f"{path.name} is locked", what="A password protects it.", fix=fix)
