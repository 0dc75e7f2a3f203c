"""Which rows of a file are at fault, and where? The file's own row numbers, the fault in the cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final

from rcc_dash.intake.report import Finding

WHOLE_ROW: Final = "Whole row"
_MASK: Final = "•••"
"""Stands where a cell's value would: what is personal is never shown."""

Place = tuple[str, int]
"""Sheet and row."""
Values = Mapping[tuple[str, int, str], str]
"""What may be shown of cells, by sheet, row and heading."""


@dataclass(frozen=True, slots=True)
class FaultyRow:
    """One row at fault: what is wrong in it, by heading."""

    sheet: str
    row: int
    faults: dict[str, list[str]] = field(default_factory=dict)


def faulty_rows(findings: Iterable[Finding]) -> tuple[FaultyRow, ...]:
    """Gather what was found by row, in the order of the file."""
    rows: dict[Place, FaultyRow] = {}
    for one in findings:
        for number in one.at:
            row = rows.setdefault((one.sheet, number), FaultyRow(one.sheet, number))
            row.faults.setdefault(one.column or WHOLE_ROW, []).append(one.what)
    return tuple(rows[place] for place in sorted(rows))


def faulty_rows_html(caption: str, rows: Iterable[FaultyRow], values: Values) -> str:
    """Draw the rows as a table of the columns at fault; a value that may not be shown is masked."""
    drawn = tuple(rows)
    columns = tuple(dict.fromkeys(name for row in drawn for name in row.faults))
    several = len({row.sheet for row in drawn}) > 1
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(_row(row, columns, values, with_sheet=several) for row in drawn)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="grid faulty"><caption>{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">Row</th>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _row(row: FaultyRow, columns: Iterable[str], values: Values, *, with_sheet: bool) -> str:
    name = f"{row.sheet}, {row.row}" if with_sheet else str(row.row)
    cells = "".join(_cell(row, column, values) for column in columns)
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'


def _cell(row: FaultyRow, column: str, values: Values) -> str:
    faults = row.faults.get(column)
    if not faults:
        return "<td></td>"
    value = values.get((row.sheet, row.row, column), "" if column == WHOLE_ROW else _MASK)
    said = "".join(f'<span class="fault">{escape(fault)}</span>' for fault in dict.fromkeys(faults))
    return f'<td class="at-fault"><span class="mark">{escape(value)}</span>{said}</td>'
