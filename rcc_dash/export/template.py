"""Which empty file does a person fill in, so that it comes back through the door for files?

Made from a layout and its table alone: a new column of theirs is in the template at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from rcc_dash.domain.columns import Column, Kind
from rcc_dash.export.csv_text import csv_lines
from rcc_dash.export.workbook import new_workbook
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.recognise import Layout

NOTES_HEADINGS: Final = ("Column", "Must be filled", "How to write it", "What it means", "For example")
"""By these `ingest` knows the sheet of notes, and passes it over."""

_HOW: Final = {
    Kind.TEXT: "text",
    Kind.WHOLE: "whole number, 0 for none",
    Kind.KEY: "whole number",
    Kind.NUMBER: "number",
    Kind.DATE: "date: day/month/year",
    Kind.YES_NO: "Yes or No",
}
_NOT_IN_NAMES: Final = frozenset("[]:*?/\\")
_LONGEST_NAME: Final = 31
_DATE_FORM: Final = "dd/mm/yyyy"
_ROWS_HELPED: Final = 5000
"""Rows whose cells are checked while they are typed; more rows are loaded all the same."""

_WIDE: Final = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One column of the template: its heading and what the notes say of it."""

    heading: str
    is_required: bool
    kind: Kind
    meaning: str
    example: str


def lines(layout: Layout, examples: Mapping[str, str]) -> tuple[Line, ...]:
    """Give the columns of a layout's template in order; `examples` are by the layout's field names.

    A field that is no column of the table (such as whose file it is) counts as text.
    """
    columns = {column.name: column for column in layout.table.columns}
    plain = Column("", Kind.TEXT, "")
    return tuple(
        _line(field, columns.get(field.name, plain), examples.get(field.name, "")) for field in layout.fields
    )


def _line(field: Field, column: Column, example: str) -> Line:
    must = field.required or column.required
    return Line(field.synonyms[0], must, column.kind, column.meaning, example)


def csv_template(layout: Layout) -> bytes:
    """Write the headings alone as a CSV that Excel opens rightly."""
    return csv_lines([[line.heading for line in lines(layout, {})]]).encode()


def xlsx_template(layout: Layout, examples: Mapping[str, str]) -> bytes:
    """Write a workbook: a sheet to fill in, its cells checked while they are typed, and a sheet of notes.

    The sheet holds no example row, which would be loaded as a true one: examples are in the notes.
    """
    out = BytesIO()
    book = new_workbook(out, layout.title)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDE7EE"})
    told = lines(layout, examples)
    _sheet_to_fill(
        book.add_worksheet(_sheet_name(layout.title)), told, bold, book.add_format({"num_format": _DATE_FORM})
    )
    _notes(book.add_worksheet("Notes"), layout, told, bold)
    book.close()
    return out.getvalue()


def _sheet_name(title: str) -> str:
    """Keep of a title what Excel lets stand in the name of a sheet."""
    return "".join(letter for letter in title if letter not in _NOT_IN_NAMES)[:_LONGEST_NAME]


def _sheet_to_fill(sheet: Worksheet, told: tuple[Line, ...], bold: Format, dated: Format) -> None:
    for column, line in enumerate(told):
        sheet.write_string(0, column, line.heading, bold)
        sheet.set_column(column, column, 16, dated if line.kind is Kind.DATE else None)
        sheet.data_validation(1, column, _ROWS_HELPED, column, _checked_while_typed(line))
    sheet.freeze_panes(1, 0)


def _checked_while_typed(line: Line) -> dict[str, object]:
    """Say what a cell takes; a wrong one is warned of and kept, for the loader says more."""
    must = "Must be filled. " if line.is_required else ""
    told: dict[str, object] = {
        "validate": "any",
        "input_title": line.heading[:32],
        "input_message": f"{must}{_HOW[line.kind].capitalize()}. {_sentence(line.meaning)}"[:255],
        "error_type": "warning",
        "error_message": f"Expected: {_HOW[line.kind]}.",
    }
    return told | _LIMITS.get(line.kind, {})


_LIMITS: Final[Mapping[Kind, dict[str, object]]] = {
    Kind.WHOLE: {"validate": "integer", "criteria": ">=", "value": 0},
    Kind.NUMBER: {"validate": "decimal", "criteria": ">=", "value": 0},
    Kind.DATE: {"validate": "date", "criteria": ">=", "value": datetime(2000, 1, 1)},  # noqa: DTZ001 - workbooks hold no time zone
    Kind.YES_NO: {"validate": "list", "source": ["Yes", "No"]},
}


def _notes(sheet: Worksheet, layout: Layout, told: tuple[Line, ...], bold: Format) -> None:
    for column, heading in enumerate(NOTES_HEADINGS):
        sheet.write_string(0, column, heading, bold)
        sheet.set_column(column, column, (28, 16, 26, _WIDE, 16)[column])
    for row, line in enumerate(told, start=1):
        cells = (
            line.heading,
            "yes" if line.is_required else "no",
            _HOW[line.kind],
            _sentence(line.meaning),
            line.example,
        )
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text)
    grain = f"One row is {layout.table.grain}. Columns may stand in any order; more columns do no harm."
    sheet.write_string(len(told) + 2, 0, grain)
    sheet.write_string(len(told) + 3, 0, "Never add a child's name, address, date of birth or number.")


def _sentence(meaning: str) -> str:
    return f"{meaning[:1].upper()}{meaning[1:]}." if meaning else ""
