"""Text files: in which encoding, split by what, and into which rows?"""

import codecs
import csv
import io
import re
from itertools import islice
from pathlib import Path
from typing import Final

import pandas as pd

from rcc_dash.errors import UserError
from rcc_dash.ingest.sheets import as_sheet

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks; UTF-32's comes before UTF-16's, which it begins with."""

CANDIDATES: Final = ("utf-8", "cp1252")
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_DELIMITERS: Final = ",;\t|"
_ROWS_TRIED: Final = 25
_SAVE_AGAIN: Final = "Open it in Excel and save it as 'CSV UTF-8', or as XLSX, and load that."


def read_delimited(path: Path) -> tuple[pd.DataFrame, str]:
    """Give a text file's rows as a Sheet's frame, and the encoding that it was read in.

    Tries UTF-8 (UTF-16 and UTF-32 by their mark), then Windows-1252; never Latin-1, which
    turns any bytes into letters without a complaint. Raises UserError.
    """
    text, encoding = _decode(path)
    rows = _split(path.name, text)
    frame = as_sheet(rows)
    if frame.empty:
        raise UserError(
            title=f"{path.name} is empty",
            what="It has rows but nothing in them.",
            fix="Save or download it again.",
        )
    return frame, encoding


def _decode(path: Path) -> tuple[str, str]:
    data = path.read_bytes()
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    for encoding in (marked,) if marked else CANDIDATES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NOT_TEXT.search(text):
            return text, encoding
    what = "It is not text in UTF-8, UTF-16 or Windows-1252, so letters would be read wrongly."
    raise UserError(title=f"{path.name} cannot be read as text", what=what, fix=_SAVE_AGAIN)


def _split(name: str, text: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        what = (
            f"From line {reader.line_num} on, the quotation marks do not pair up, so rows would run together."
        )
        raise UserError(title=f"{name} has a broken row", what=what, fix=_SAVE_AGAIN) from error


def _delimiter(text: str) -> str:
    """Choose the mark that splits the first rows into the most cells; a comma where none does."""
    return max(_DELIMITERS, key=lambda mark: _widest(text, mark))


def _widest(text: str, mark: str) -> int:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        return max((len(row) for row in islice(rows, _ROWS_TRIED)), default=0)
    except csv.Error:
        return 0
