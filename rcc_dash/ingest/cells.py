"""The child process that opens a spreadsheet: cells as text, under its own limits.

A kilobyte can make a reader ask for terabytes (one cell at A1, one at XFD1048576) and end
the process that it runs in, so that process must not be the app. Run as a script with the
file's path; writes lines of JSON to standard output: an object that names a sheet and says whether
it is hidden, then its rows as lists, and at last an object that says `end`, or `refused` and why.
"""

import json
import re
import sys
import zipfile
import zlib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

_MIDNIGHT: Final = time(0)
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_UNWORKED: Final = re.compile(rb"<f[ >][^<]{0,8192}</f>\s*(?:<v ?/>|<v></v>)?\s*</c>")
_CHUNK_BYTES: Final = 2**20
_LONGEST_FORMULA: Final = 2**14
"""Excel takes 8,192 letters."""


def main(path: str, memory_bytes: int) -> None:
    """Write every sheet's name and rows of text, or why the file is refused."""
    _limit_memory(memory_bytes)
    try:
        if _has_unworked_formulas(path):
            return _say({"refused": "unworked"})
        with Path(path).open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            hidden = {one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible}
            for name in book.sheet_names:
                _say({"sheet": name, "is_hidden": name in hidden})
                _say_rows(book, name)
            _say({"end": True})
    except PasswordError:
        _say({"refused": "locked"})
    except (CalamineError, zipfile.BadZipFile, zlib.error, OSError, ValueError):
        _say({"refused": "damaged"})
    except MemoryError:
        _say({"refused": "large"})
    return None


def _has_unworked_formulas(path: str) -> bool:
    """Say whether an XLSX has formulas without a result, which would read as blank cells.

    Excel saves results; programs that only write formulas do not.
    """
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if _SHEET.fullmatch(name)]
        return any(_is_unworked(archive, name) for name in sheets)


def _is_unworked(archive: zipfile.ZipFile, name: str) -> bool:
    before = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK_BYTES):
            if _UNWORKED.search(before + chunk):
                return True
            before = chunk[-_LONGEST_FORMULA:]
    return False


def _say(line: object) -> None:
    sys.stdout.write(f"{json.dumps(line)}\n")


def _limit_memory(memory_bytes: int) -> None:
    try:
        import resource  # noqa: PLC0415 - is not there on Windows, where the time limit must do
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _say_rows(book: CalamineWorkbook, name: str) -> None:
    sheet = book.get_sheet_by_name(name)
    start = sheet.start or (0, 0)
    for _ in range(start[0]):
        _say([])
    before = [""] * start[1]
    for row in sheet.iter_rows():
        _say(before + [_WRITE.get(type(cell), str)(cell) for cell in row])


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _moment(value: datetime) -> str:
    return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(sep=" ")


_WRITE: Final[dict[type, Callable[..., str]]] = {
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: time.isoformat,
    timedelta: str,
    bool: lambda value: "TRUE" if value else "FALSE",
}

if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
