"""Sheets of an ODS or Excel file as text, row by row from the process that opens it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.ingest import cells
from rcc_dash.ingest.sheets import Sheet, TooMuchError, Workbook, as_sheet

MEMORY_BYTES: Final = 3 * 2**29
"""1.5 GB (design/disclosure.md section 4); Ofsted's largest release needs a third of it."""

SECONDS: Final = 60
"""Ofsted's largest release takes one."""

_REFUSALS: Final = {
    "locked": ("is locked", "A password protects it.", "Take the password off and load it again."),
    "damaged": (
        "cannot be read as a spreadsheet",
        "It is damaged, cut off, or locked with a password.",
        "Open it, save it under a new name, and load that.",
    ),
    "unworked": (
        "holds formulas without results",
        "Their cells would be read as blank.",
        "Open it in Excel or LibreOffice, save it there, and load that.",
    ),
    "large": (
        "would be too large when opened",
        "Its sheets ask for more memory or time than a list of homes or children can need.",
        "Delete stray cells far from the table, or save the sheet as CSV, and load that.",
    ),
}


def read_spreadsheet(path: Path) -> Workbook:
    """Give every sheet of the file, dates as ISO text and whole numbers without a decimal point.

    Raises UserError when the file is damaged, locked with a password, or asks for more
    memory or time than the limits.
    """
    try:
        with _opened(path) as lines:
            return Workbook(path.name, "spreadsheet", tuple(_sheets(lines)))
    except _RefusedError as why:
        title, what, fix = _REFUSALS[str(why)]
        raise UserError(title=f"{path.name} {title}", what=what, fix=fix) from why
    except TooMuchError as why:
        title, _, fix = _REFUSALS["large"]
        raise UserError(title=f"{path.name} {title}", what=str(why), fix=fix) from why


class _RefusedError(Exception):
    """The file is refused; says for which of the reasons."""


@contextmanager
def _opened(path: Path) -> Iterator[Iterator[object]]:
    """Give what the process says, line by line; it is ended when it takes too long or is not heard out."""
    command = [sys.executable, "-I", str(Path(cells.__file__)), str(path.resolve()), str(MEMORY_BYTES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:  # noqa: S603 - our own script
        timer = Timer(SECONDS, child.kill)
        timer.start()
        try:
            yield _said(child)
        finally:
            timer.cancel()
            child.kill()


def _said(child: "subprocess.Popen[bytes]") -> Iterator[object]:
    for line in child.stdout or ():
        if not line.endswith(b"\n"):
            break
        yield json.loads(line)
    killed = child.wait() < 0
    raise _RefusedError(
        "large" if killed else "damaged"
    )  # else it would have said that it had come to the end


def _sheets(lines: Iterator[object]) -> Iterator[Sheet]:
    told = next(lines)
    while isinstance(told, dict) and "sheet" in told:
        rows = _Rows(lines)
        yield Sheet(told["sheet"], as_sheet(rows), is_hidden=told["is_hidden"])
        told = rows.after
    if isinstance(told, dict) and "refused" in told:
        raise _RefusedError(told["refused"])


class _Rows:
    """The rows of one sheet; `after` is what was said behind them."""

    def __init__(self, lines: Iterator[object]) -> None:
        self._lines = lines
        self.after: object = None

    def __iter__(self) -> Iterator[list[str]]:
        for line in self._lines:
            if not isinstance(line, list):
                self.after = line
                return
            yield line
