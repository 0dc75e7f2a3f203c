"""The child process that opens a spreadsheet: cells as text, under its own limits.

A kilobyte can make a reader ask for terabytes (one cell at A1, one at XFD1048576) and end
the process that it runs in, so that process must not be the app. Run as a script with the
file's path; writes lines of JSON to standard output: an object that names a sheet, then its rows
as lists, and at last an object that says `end`, or `refused` and why.
"""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

_MIDNIGHT: Final = time(0)


def main(path: str, memory_bytes: int) -> None:
    """Write every sheet's name and rows of text, or why the file is refused."""
    _limit_memory(memory_bytes)
    try:
        with Path(path).open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            for name in book.sheet_names:
                _say({"sheet": name})
                _say_rows(book, name)
            _say({"end": True})
    except PasswordError:
        _say({"refused": "locked"})
    except (CalamineError, OSError, ValueError):
        _say({"refused": "damaged"})
    except MemoryError:
        _say({"refused": "large"})


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
