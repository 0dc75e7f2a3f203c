"""The table beside a picture: the same numbers, readable without a mouse, safe to copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from rcc_dash.domain.disclosure import MARKS


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its key in the rows, its heading (with the unit), and whether it holds numbers."""

    key: str
    heading: str
    is_number: bool = True


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: what it is called, its cells as written, and how it stands out.

    `meanings` says in words what a cell's mark means, where it is not one of our own marks.
    """

    name: str
    cells: Mapping[str, str]
    is_chosen: bool = False
    is_total: bool = False
    meanings: Mapping[str, str] = field(default_factory=dict)


def table_html(caption: str, first: str, columns: Sequence[TableColumn], rows: Sequence[TableRow]) -> str:
    """Draw a table whose first column names the rows; scrolls inside its own frame. All text is escaped."""
    head = "".join(_heading(column) for column in columns)
    body = "".join(_row(row, columns) for row in rows)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        '<table class="grid">'
        f"<caption>{escape(caption)}</caption>"
        f'<thead><tr><th scope="col">{escape(first)}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _heading(column: TableColumn) -> str:
    kind = ' class="number"' if column.is_number else ""
    return f'<th scope="col"{kind}>{escape(column.heading)}</th>'


def _row(row: TableRow, columns: Sequence[TableColumn]) -> str:
    kinds = " ".join(kind for kind, on in (("chosen", row.is_chosen), ("total", row.is_total)) if on)
    cells = "".join(_cell(row, column) for column in columns)
    return f'<tr class="{kinds}"><th scope="row">{escape(row.name)}</th>{cells}</tr>'


def _cell(row: TableRow, column: TableColumn) -> str:
    kind = "number" if column.is_number else ""
    text = row.cells.get(column.key, "")
    meaning = row.meanings.get(column.key) or MARKS.get(text)
    if meaning:
        return f'<td class="{kind} mark" title="{escape(meaning)}">{escape(text)}</td>'
    return f'<td class="{kind}">{escape(text)}</td>'
