"""How does a table stand on a sheet of paper? As many rows as fit, and how many more there are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from rcc_dash.figures.palette import LINE, QUIET
from rcc_dash.figures.svg_parts import Piece, Type, at, paragraph, width_of

_HEAD: Final = Type(10.5, is_bold=True)
_CELL: Final = Type(10.5)
_TITLE: Final = Type(12.5, is_bold=True)
_MORE: Final = Type(10.5, QUIET)
_PAD: Final = 12.0
_LEAST_PX: Final = 52.0
_MOST_PX: Final = 190.0
_FEWEST: Final = 3
"""Fewer rows than these are not worth their heading."""


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table: its title, headings, and rows of cells as written; `numbers` are the columns of figures."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()


def table_piece(table: PaperTable, width: float, room: float) -> Piece:
    """Draw as many columns and rows as fit; nothing where there is no room for a few rows."""
    wide = _widths(table, width)
    title = paragraph(table.title, width, _TITLE)
    head = _row(table.heads, wide, _HEAD, table.numbers)
    y, drawn, shown = title.height + head.height, [at(title, 0, 0), at(head, 0, title.height)], 0
    for cells in table.rows:
        row = _row(cells, wide, _CELL, table.numbers)
        if y + row.height + 2 * _MORE.size > room:
            break
        drawn.append(at(row, 0, y))
        y, shown = y + row.height, shown + 1
    if shown < min(_FEWEST, max(len(table.rows), 1)):
        return Piece("", width, 0)
    rest = paragraph(_rest(len(table.rows) - shown, len(table.heads) - len(wide)), width, _MORE)
    return Piece("".join(drawn) + at(rest, 0, y + 3), width, y + rest.height + 3)


def _rest(rows: int, columns: int) -> str:
    found = [f"{number:,} more {word}" for number, word in ((rows, "rows"), (columns, "columns")) if number]
    return f"The table in the app has {' and '.join(found)}." if found else ""


def _widths(table: PaperTable, width: float) -> list[float]:
    """Give each column what its cells need, within bounds; columns that do not fit are left out."""
    wide: list[float] = []
    for place, head in enumerate(table.heads):
        longest = max((width_of(row[place], _CELL) for row in table.rows), default=0.0)
        word = max((width_of(part, _HEAD) for part in head.split()), default=0.0)
        need = min(max(longest, word, _LEAST_PX), _MOST_PX)
        if _left(wide, place) + need > width:
            break
        wide.append(need)
    return wide


def _row(cells: Sequence[str], wide: Sequence[float], how: Type, numbers: Collection[int]) -> Piece:
    pieces = [
        paragraph(cell, room, how, "end" if place in numbers else "start")
        for place, (cell, room) in enumerate(zip(cells, wide, strict=False))
    ]
    height = max((piece.height for piece in pieces), default=0.0) + 4
    placed = (at(piece, _left(wide, place), 0) for place, piece in enumerate(pieces))
    whole = _left(wide, len(wide))
    rule = f'<path d="M0 {height - 2:.1f}H{whole:.0f}" stroke="{LINE}"/>'
    return Piece("".join(placed) + rule, whole, height)


def _left(wide: Sequence[float], place: int) -> float:
    """Say where a column begins."""
    return sum(wide[:place]) + place * _PAD
