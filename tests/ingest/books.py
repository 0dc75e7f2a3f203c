"""Workbooks as people make them: sheets by name, some of them hidden."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment

Rows = Sequence[Sequence[str]]


def saved_book(path: Path, sheets: Mapping[str, Rows], states: Mapping[str, str], note: str = "") -> Path:
    """Write sheets of rows to a file: `states` says how some are hidden, `note` what is said of each."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if note:
            sheet["A1"].comment = Comment(note, note)
        sheet.sheet_state = states.get(name, "visible")
    made.save(path)
    return path
