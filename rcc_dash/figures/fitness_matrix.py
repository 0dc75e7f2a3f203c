"""How far does each LA's data go? One row an LA, one column a level, read at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from rcc_dash.domain.disclosure import HIDDEN, MARKS

GOOD: Final = "good"
_WORDS: Final = {GOOD: "Good", "part": "Part", "none": "None"}
_SIGNS: Final = {GOOD: "●", "part": "◐", "none": "○"}
"""A sign beside the colour, which is never the only one."""


@dataclass(frozen=True, slots=True)
class FitnessCell:
    """One LA at one level: how good, and the share as written (blank where there is none).

    `state` is good, part or none; null where the children are too few for it to be shown.
    """

    state: str | None
    share: str


@dataclass(frozen=True, slots=True)
class FitnessHead:
    """One level: its name and what a child's record needs for it."""

    label: str
    needs: str


@dataclass(frozen=True, slots=True)
class FitnessRow:
    """One LA: its name and its cells in the order of the levels."""

    name: str
    cells: tuple[FitnessCell, ...]


def fitness_html(caption: str, levels: Sequence[FitnessHead], rows: Sequence[FitnessRow]) -> str:
    """Draw the matrix, the number of good LAs under each level; all text is escaped."""
    head = "".join(f'<th scope="col" title="{escape(one.needs)}">{escape(one.label)}</th>' for one in levels)
    body = "".join(_row(row) for row in rows)
    good = "".join(f"<td><b>{good_words(rows, at)}</b></td>" for at in range(len(levels)))
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="grid fitness"><caption>{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">Local authority</th>{head}</tr></thead>'
        f'<tbody>{body}<tr class="total"><th scope="row">Good</th>{good}</tr></tbody></table></div>'
    )


def fitness_words(cell: FitnessCell) -> str:
    """Write a cell as it is read: "Part 43%"."""
    return HIDDEN if cell.state is None else f"{_WORDS[cell.state]} {cell.share}".strip()


def _row(row: FitnessRow) -> str:
    return f'<tr><th scope="row">{escape(row.name)}</th>{"".join(map(_cell, row.cells))}</tr>'


def _cell(cell: FitnessCell) -> str:
    if cell.state is None:
        return f'<td class="mark" title="{escape(MARKS[HIDDEN])}">{HIDDEN}</td>'
    share = f' <span class="mark">{escape(cell.share)}</span>' if cell.share else ""
    sign = f'<span aria-hidden="true">{_SIGNS[cell.state]}</span>'
    return f'<td class="fit-{cell.state}">{sign} {_WORDS[cell.state]}{share}</td>'


def good_words(rows: Sequence[FitnessRow], at: int) -> str:
    """Say how many LAs are good at a level: "9 of 10"."""
    return f"{sum(row.cells[at].state == GOOD for row in rows)} of {len(rows)}"
