"""How far does each LA's data go, and what is to be asked of whom?"""

from typing import Final

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
_NOT_RETURNED: Final = "not returned"


def fitness_panel(now: Context) -> None:
    """Draw the sentence, the matrix of LAs and levels, and what to ask for."""
    las = now.state.filters.la_codes
    day = now.calendar.children_on(now.state.filters.as_of)
    if day is None:
        nothing_loaded(now, RETURNS, now.calendar.children)
        return
    found = ask(fitness, now.reader, day, tuple(las))
    lead(_sentence(found, len(las)))
    rows = [_row(la_code, found[found["la_code"] == la_code]) for la_code in las]
    st.html(fitness_html(f"How far each LA's data go, as at {long_date(day)}", _HEADS, rows))
    offer_table("How far each LA's data go", "Local authority", _LEVELS, [*map(_as_row, rows), _good(rows)])
    quiet(
        "Good: at least 90% of the children's records have what the level needs; hover over its name to see"
        f" what that is. {' '.join(one.left_out for one in LEVELS if one.left_out)}"
    )
    _asks(found)


def _sentence(found: pd.DataFrame, las: int) -> str:
    good = found[found["state"] == State.GOOD].groupby("level").size()
    parts = [f"{good.get(one.code, 0)} good enough to {_ENOUGH_TO[one.code]}" for one in LEVELS[:1]]
    parts += [f"{good.get(one.code, 0)} to {_ENOUGH_TO[one.code]}" for one in LEVELS[1:]]
    return f"Data of {counted(las, 'LA', 'LAs')}: {and_list(parts)}."


def _row(la_code: str, cells: pd.DataFrame) -> FitnessRow:
    by_level = {str(row["level"]): row for _, row in cells.iterrows()}
    return FitnessRow(la_name(la_code), tuple(_cell(by_level[one.code]) for one in LEVELS))


def _as_row(row: FitnessRow) -> TableRow:
    codes = (one.code for one in LEVELS)
    return TableRow(row.name, dict(zip(codes, map(fitness_words, row.cells), strict=True)))


def _good(rows: list[FitnessRow]) -> TableRow:
    return TableRow("Good", {one.code: good_words(rows, at) for at, one in enumerate(LEVELS)})


def _cell(row: pd.Series) -> FitnessCell:
    gap = _NOT_RETURNED if row["mark"] == NOT_RETURNED else ""
    share = f"{row['share_pct']:.0f}%" if pd.notna(row["share_pct"]) else gap
    return FitnessCell(None if row["mark"] == HIDDEN else str(row["state"]), share)


def _asks(found: pd.DataFrame) -> None:
    lacking = found[(found["ask"] != "") & (found["mark"] != HIDDEN)]
    if lacking.empty:
        quiet("Nothing is to be asked for.")
        return
    rows = [
        TableRow(
            f"{str(what)[:1].upper()}{str(what)[1:]}",
            {"las": and_list([la_name(code) for code in dict.fromkeys(part["la_code"])])},
        )
        for what, part in lacking.groupby("ask", sort=False)
    ]
    show_table("What to ask for", "File or column", _ASK_COLUMNS, rows, title="What to ask for")
