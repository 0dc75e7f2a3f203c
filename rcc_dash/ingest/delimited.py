"""Text files: in which encoding, split by what, and into which rows? Read line by line, never whole."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, TextIO

import pandas as pd

from rcc_dash.errors import UserError
from rcc_dash.ingest.sheets import MAX_CELL_CHARACTERS, TooMuchError, as_sheet

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks; UTF-32's comes before UTF-16's, which it begins with."""

_UTF16: Final = {"utf-16-le": 1, "utf-16-be": 0}
"""UTF-16 without a mark, and which byte of two is zero in plain letters."""

_HEAD_BYTES: Final = 512

CANDIDATES: Final = ("utf-8", "cp1252")
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_DELIMITERS: Final = ",;\t|"
_ROWS_TRIED: Final = 25
_CHARACTERS_AT_ONCE: Final = 2**20
_LINE_CHARACTERS: Final = 2**20
"""Eight times the longest cell: a longer line is no row, and splitting it would take gigabytes."""

_SAVE_AGAIN: Final = "Open it in Excel and save it as 'CSV UTF-8', or as XLSX, and load that."
_SPLIT: Final = "Delete what does not belong to the table, or split it, for example by year, and load that."


def read_delimited(path: Path) -> tuple[pd.DataFrame, str]:
    """Give a text file's rows as a Sheet's frame, and the encoding that it was read in.

    Tries UTF-8 (UTF-16 and UTF-32 by their mark, UTF-16 also by its zeros), then Windows-1252; never
    Latin-1, which turns any bytes into letters without a complaint. Raises UserError.
    """
    encoding = _encoding(path)
    try:
        frame = _read(path, encoding)
    except TooMuchError as error:
        raise UserError(title=f"{path.name} is too large for a table", what=str(error), fix=_SPLIT) from error
    if frame.empty:
        raise UserError(
            title=f"{path.name} is empty",
            what="It has rows but nothing in them.",
            fix="Save or download it again.",
        )
    return frame, encoding


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    marked = next((name for mark, name in _MARKS.items() if head.startswith(mark)), _unmarked(head))
    for encoding in (marked,) if marked else CANDIDATES:
        if _is_text(path, encoding):
            return encoding
    what = "It is not text in UTF-8, UTF-16 or Windows-1252, so letters would be read wrongly."
    raise UserError(title=f"{path.name} cannot be read as text", what=what, fix=_SAVE_AGAIN, code="F04")


def _unmarked(head: bytes) -> str | None:
    """Plain letters in UTF-16 have a zero in every other byte, which no other text has."""
    pairs = len(head) // 2
    return next((name for name, at in _UTF16.items() if pairs and head[at::2].count(0) > pairs / 2), None)


def _is_text(path: Path, encoding: str) -> bool:
    try:
        with _opened(path, encoding) as file:
            parts = iter(lambda: file.read(_CHARACTERS_AT_ONCE), "")
            return not any(map(_NOT_TEXT.search, parts))
    except UnicodeError:
        return False


def _opened(path: Path, encoding: str) -> TextIO:
    return path.open(encoding=encoding, newline="")


def _read(path: Path, encoding: str) -> pd.DataFrame:
    with _opened(path, encoding) as file:
        mark = _delimiter(list(islice(_lines(file), _ROWS_TRIED)))
    with _opened(path, encoding) as file:
        reader = csv.reader(_lines(file), delimiter=mark, strict=True)
        try:
            return as_sheet(reader)
        except csv.Error as error:
            raise _broken(path.name, reader.line_num, error) from error


def _lines(file: TextIO) -> Iterator[str]:
    while line := file.readline(_LINE_CHARACTERS):
        if len(line) == _LINE_CHARACTERS:
            message = f"A line holds more than {_LINE_CHARACTERS:,} characters."
            raise TooMuchError(message)
        yield line


def _broken(name: str, line: int, error: csv.Error) -> UserError:
    if "field limit" in str(error):
        what = f"From line {line} on, a cell holds more than {MAX_CELL_CHARACTERS:,} characters."
        return UserError(f"{name} is too large for a table", what, _SPLIT)
    what = f"From line {line} on, the quotation marks do not pair up, so rows would run together."
    return UserError(title=f"{name} has a broken row", what=what, fix=_SAVE_AGAIN)


def _delimiter(lines: Iterable[str]) -> str:
    """Choose the mark that splits the first rows into the most cells; a comma where none does."""
    return max(_DELIMITERS, key=lambda mark: _widest(lines, mark))


def _widest(lines: Iterable[str], mark: str) -> int:
    rows = csv.reader(lines, delimiter=mark)
    try:
        return max((len(row) for row in rows), default=0)
    except csv.Error:
        return 0
