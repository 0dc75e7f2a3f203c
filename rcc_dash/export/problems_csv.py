"""What is wrong with these files, row by row, as a file for whoever mends them?"""

from collections.abc import Iterable, Iterator
from typing import Final

from rcc_dash.export.csv_text import csv_lines
from rcc_dash.intake.preview import FilePreview
from rcc_dash.intake.report import Finding

_HEADINGS: Final = (
    "File",
    "Sheet",
    "Row",
    "Column",
    "Code",
    "What became of it",
    "What is wrong",
    "How to mend it",
)
_SHEET_LEFT: Final = "F07"
DONE: Final = {
    "error": "Row rejected",
    "mended": "Loaded, mended",
    "warning": "Loaded as it is",
    "info": "Nothing to do",
    "not needed": "Not used",
}
"""What a severity means for its row, in words."""


def problems_csv(files: Iterable[FilePreview]) -> str:
    """Write one line per row and fault, a fault of the whole sheet once. Holds no value of any cell."""
    return csv_lines((_HEADINGS, *(line for file in files for line in _lines(file))))


def _lines(file: FilePreview) -> Iterator[tuple[object, ...]]:
    why = file.looked.outcome.refused
    if why:
        yield file.name, "", "", "", why.code, "File refused", f"{why.title}. {why.what}", why.fix
    for sheet in file.looked.outcome.passed_over:
        yield file.name, sheet.sheet, "", "", _SHEET_LEFT, "Sheet not loaded", sheet.why, ""
    for flag in file.flags:
        yield file.name, "", "", "", flag.code, "Whole file", flag.what, flag.fix
    for one in file.findings:
        yield from _rows(file.name, one)


def _rows(name: str, one: Finding) -> Iterator[tuple[object, ...]]:
    told = (one.column or "", one.code, DONE[one.severity], one.what, one.fix)
    for row in one.at:
        yield name, one.sheet, row, *told
    rest = one.rows - len(one.at)
    if not one.at:
        yield name, one.sheet, f"{rest:,} rows" if rest > 1 else "", *told
    elif rest > 0:
        yield name, one.sheet, f"{rest:,} more rows", *told
