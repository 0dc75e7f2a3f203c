"""How far does each LA's data go, and what is to be asked of whom?"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN, NOT_RETURNED
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import and_list, counted, long_date
from rcc_dash.figures.fitness_matrix import (
    FitnessCell,
    FitnessHead,
    FitnessRow,
    fitness_html,
    fitness_words,
    good_words,
)
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.queries.fitness import LEVELS, State, fitness
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import offer_table, show_table
from rcc_dash.ui.nothing_loaded import RETURNS, nothing_loaded
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import lead, quiet

_ASK_COLUMNS: Final = (TableColumn("las", "Of whom", is_number=False),)
_LEVELS: Final = tuple(TableColumn(one.code, one.label, is_number=False) for one in LEVELS)
_HEADS: Final = tuple(FitnessHead(one.label, one.needs) for one in LEVELS)
_ENOUGH_TO: Final = {
    "load": "count children",
    "map": "map them",
    "distance": "measure distance",
    "cost": "cost placements",
    "need": "tell need",
}
Cell = Mapping[Hashable, Any]
"""How far an LA's data go at one level: a row of `queries.fitness`."""

_NOT_RETURNED: Final = "not returned"


def fitness_panel(now: Context) -> None:
    """Draw the sentence, the matrix of LAs and levels, and what to ask for."""
    las = now.state.filters.la_codes
    day = now.calendar.children_on(now.state.filters.as_of)
    if day is None:
        nothing_loaded(now, RETURNS, now.calendar.children)
        return
    found = ask(fitness, now.reader, day, tuple(las))
    cells = found.to_dict("records")
    lead(_sentence(cells, len(las)))
    rows = _rows(cells, las)
    st.html(fitness_html(f"How far each LA's data go, as at {long_date(day)}", _HEADS, rows))
    offer_table("How far each LA's data go", "Local authority", _LEVELS, [*map(_as_row, rows), _good(rows)])
    quiet(
        "Good: at least 90% of the children's records have what the level needs; hover over its name to see"
        f" what that is. {' '.join(one.left_out for one in LEVELS if one.left_out)}"
    )
    _asks(cells)


def _sentence(found: Sequence[Cell], las: int) -> str:
    good = Counter(cell["level"] for cell in found if cell["state"] == State.GOOD)
    parts = [f"{good[one.code]} good enough to {_ENOUGH_TO[one.code]}" for one in LEVELS[:1]]
    parts += [f"{good[one.code]} to {_ENOUGH_TO[one.code]}" for one in LEVELS[1:]]
    return f"Data of {counted(las, 'LA', 'LAs')}: {and_list(parts)}."


def _rows(found: Sequence[Cell], las: Iterable[str]) -> list[FitnessRow]:
    cells = {(cell["la_code"], cell["level"]): _cell(cell) for cell in found}
    return [FitnessRow(la_name(la), tuple(cells[la, one.code] for one in LEVELS)) for la in las]


def _as_row(row: FitnessRow) -> TableRow:
    codes = (one.code for one in LEVELS)
    return TableRow(row.name, dict(zip(codes, map(fitness_words, row.cells), strict=True)))


def _good(rows: list[FitnessRow]) -> TableRow:
    return TableRow("Good", {one.code: good_words(rows, at) for at, one in enumerate(LEVELS)})


def _cell(row: Cell) -> FitnessCell:
    gap = _NOT_RETURNED if row["mark"] == NOT_RETURNED else ""
    share: str = f"{row['share_pct']:.0f}%" if pd.notna(row["share_pct"]) else gap
    return FitnessCell(None if row["mark"] == HIDDEN else str(row["state"]), share)


def _asks(found: Sequence[Cell]) -> None:
    lacking: dict[str, dict[str, None]] = {}
    for cell in found:
        if cell["ask"] and cell["mark"] != HIDDEN:
            lacking.setdefault(cell["ask"], {})[la_name(cell["la_code"])] = None
    if not lacking:
        quiet("Nothing is to be asked for.")
        return
    rows = [
        TableRow(f"{what[:1].upper()}{what[1:]}", {"las": and_list(list(names))})
        for what, names in lacking.items()
    ]
    show_table("What to ask for", "File or column", _ASK_COLUMNS, rows, title="What to ask for")
