"""How is a table written as a workbook? Three sheets, all seen: the data, notes on them, and the columns."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from rcc_dash.export.citation import Citation, header_lines
from rcc_dash.export.columns import Written
from rcc_dash.export.workbook import new_workbook

_WIDEST: Final = 44
_UNIT_FORMS: Final = {"%": '{}"%"', "£": '"£"{}', "£ a week": '"£"{}" a week"', "miles": '{}" miles"'}
"""A number is shown as on the screen and keeps its value: 43% is 43."""

_KIND: Final = {True: "number; a mark in square brackets stands where there is none", False: "text"}


def table_workbook(columns: Sequence[Written], citation: Citation) -> bytes:
    """Write the columns, the citation and the meaning of each column; text never becomes a formula."""
    out = BytesIO()
    book = new_workbook(out, f"{citation.title}. {citation.treated}" if citation.is_exact else citation.title)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDE7EE"})
    _data(book, columns, citation, bold)
    notes = book.add_worksheet("Notes")
    _texts(notes, ("About this file", ""), header_lines(citation), bold, (18, 110))
    about = ((c.heading, c.name, c.unit, _KIND[c.numbers is not None]) for c in columns)
    _texts(book.add_worksheet("Columns"), ("Column", "Name", "Unit", "Holds"), about, bold, (44, 28, 12, 60))
    book.close()
    return out.getvalue()


def _data(book: Workbook, columns: Sequence[Written], citation: Citation, bold: Format) -> None:
    sheet = book.add_worksheet("Data")
    sheet.freeze_panes(1, 1)
    if citation.is_exact:
        sheet.set_header(f"&C{citation.treated}")
    right = book.add_format({"align": "right"})
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.heading, bold)
        sheet.set_column(place, place, _width(column))
        shown = book.add_format({"num_format": _form(column)})
        for row, cell in enumerate(column.cells, start=1):
            number = column.numbers[row - 1] if column.numbers else None
            if number is not None:
                sheet.write_number(row, place, number, shown)
            elif cell:
                sheet.write_string(row, place, cell, right if column.numbers else None)


def _form(column: Written) -> str:
    digits = "#,##0" + ("." + "0" * column.decimals if column.decimals else "")
    return _UNIT_FORMS.get(column.unit, "{}").format(digits)


def _width(column: Written) -> int:
    longest = max((len(cell) for cell in column.cells), default=0)
    return min(max(longest, len(column.heading) // 2, 8) + 2, _WIDEST)


def _texts(
    sheet: Worksheet,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    bold: Format,
    widths: Sequence[int],
) -> None:
    for place, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.write_string(0, place, head, bold)
        sheet.set_column(place, place, width)
    for number, row in enumerate(rows, start=1):
        for place, text in ((place, text) for place, text in enumerate(row) if text):
            sheet.write_string(number, place, text)
