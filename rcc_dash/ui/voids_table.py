"""Homes compared by one thing as a table: every state of their places, with what is likely beside."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN, LOW
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.voids import REASONS
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.models.void_range import Band
from rcc_dash.queries.voids_homes import SOURCES
from rcc_dash.queries.voids_totals import VoidRow, VoidTable, void_table
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.shell import Context
from rcc_dash.ui.voids_scope import Scope, option_words, scope

_COLUMNS: Final = {
    "homes": "Homes",
    "places": "Places",
    "told": "Known from returns",
    "held": "Occupied, as returned",
    "blocked": "Cannot be used",
    "void": "Empty and ready",
    "rate": "Void rate, as returned",
    "known": "Children known in other homes",
    "likely": "Empty, likely",
    "most": "Empty, at the most",
    "likely_rate": "Void rate, likely",
    "filled": "Occupied, likely",
}


def state_table(scope: Scope, found: VoidTable) -> None:
    """Draw every row's states, and offer them as a file with the reasons too."""
    by = option_words("v-by", scope.now.state.choices.get("v-by"))
    columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
    st.html(table_html("Places by state", by, columns, table_rows(found)))
    sheet_download(scope.now, "Places by state", _sheet)


def table_rows(found: VoidTable) -> list[TableRow]:
    """Write every row, the total first."""
    total = [TableRow(found.together.label, _cells(found.together), is_total=True)] if found.together else []
    return [*total, *(TableRow(row.label, _cells(row)) for row in found.rows)]


def band_words(band: Band | None, unit: str = "") -> str:
    """Write a likely range: "12 to 18", "9 to 11%"."""
    if band is None:
        return ""
    low, high = round(band.low), round(band.high)
    return f"{low:,}{unit}" if low == high else f"{low:,} to {high:,}{unit}"


def _cells(row: VoidRow) -> dict[str, str]:
    places = {state: written(row.told[state], Unit.PLACES) for state in ("held", "blocked", "void")}
    return {
        **places,
        "homes": f"{row.homes:,}",
        "places": f"{row.places:,}",
        "told": f"{row.told_share:.0f}%",
        "rate": written(row.void_rate, Unit.SHARE_PCT),
        "known": written(row.known, Unit.CHILDREN),
        "likely": band_words(row.likely.void if row.likely else None),
        "most": f"{row.most:,}",
        "likely_rate": band_words(row.likely.void_rate if row.likely else None, "%"),
        "filled": band_words(row.likely.occupancy if row.likely else None, "%"),
    }


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    by = option_words("v-by", now.state.choices.get("v-by"))
    headings = {"name": by, **_COLUMNS, **REASONS}
    found = (
        ask(void_table, now.reader, now.state.filters, asked.when, now.state.choices.get("v-by"))
        if asked
        else None
    )
    rows = (
        [
            {"name": row.label, **_cells(row), **{code: _reason(row.told[code]) for code in REASONS}}
            for row in (*([found.together] if found.together else []), *found.rows)
        ]
        if found
        else []
    )
    frame = pd.DataFrame(rows, columns=list(headings))
    hidden = sum(cell in {HIDDEN, LOW} for row in rows for cell in row.values())
    return Sheet(frame, headings, now.state.filters, hidden, SOURCES)


def _reason(figure: Figure) -> str:
    return written(figure, Unit.PLACES)
