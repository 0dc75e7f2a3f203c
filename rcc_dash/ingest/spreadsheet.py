"""Sheets of an ODS or Excel file as text."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from rcc_dash.errors import UserError
from rcc_dash.ingest import cells
from rcc_dash.ingest.sheets import Sheet, Workbook, as_sheet

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
    answer = _ask_child(path)
    if "refused" in answer:
        title, what, fix = _REFUSALS[answer["refused"]]
        raise UserError(title=f"{path.name} {title}", what=what, fix=fix)
    return Workbook(
        path.name, "spreadsheet", tuple(Sheet(name, as_sheet(rows)) for name, rows in answer["sheets"])
    )


def _ask_child(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-I", str(Path(cells.__file__)), str(path.resolve()), str(MEMORY_BYTES)]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)  # noqa: S603 - our own script
    except subprocess.TimeoutExpired:
        return {"refused": "large"}
    if done.returncode:
        killed = done.returncode < 0
        return {"refused": "large" if killed else "damaged"}
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
