"""The child process that opens a spreadsheet: cells as text, under its own limits.

A kilobyte can make a reader ask for terabytes (one cell at A1, one at XFD1048576) and end
the process that it runs in, so that process must not be the app. Run as a script with the
file's path; writes one JSON object to standard output: `sheets`, or the word `refused`.
"""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

_MIDNIGHT: Final = time(0)


def main(path: str, memory_bytes: int) -> dict[str, object]:
    """Give every sheet's name and rows of text, or why the file is refused."""
    _limit_memory(memory_bytes)
    try:
        with Path(path).open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            return {"sheets": [(name, _rows(book, name)) for name in book.sheet_names]}
    except PasswordError:
        return {"refused": "locked"}
    except (CalamineError, OSError, ValueError):
        return {"refused": "damaged"}
    except MemoryError:
        return {"refused": "large"}


def _limit_memory(memory_bytes: int) -> None:
    try:
        import resource  # noqa: PLC0415 - is not there on Windows, where the time limit must do
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _rows(book: CalamineWorkbook, name: str) -> list[list[str]]:
    cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [[_WRITE.get(type(cell), str)(cell) for cell in row] for row in cells]


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
    json.dump(main(sys.argv[1], int(sys.argv[2])), sys.stdout)
