"""Which published figures are loaded, from which release?"""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.missing import Missing
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.queries.published import published_loaded
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_COLUMNS: Final = (
    TableColumn("publisher", "Publisher", is_number=False),
    TableColumn("release", "Release", is_number=False),
    TableColumn("periods", "Periods", is_number=False),
    TableColumn("las", "LAs"),
    TableColumn("measures", "Measures"),
    TableColumn("figures", "Figures"),
    TableColumn("suppressed", "Suppressed by the publisher"),
)

_NONE: Final = Missing(
    "None are loaded: comparisons use the small table that comes with the app.", "DfE's and Ofsted's tables"
)


def published_panel(now: Context) -> None:
    """Draw one line for each published table that is loaded."""
    st.html("<h2>Published figures</h2>")
    found = ask(published_loaded, now.reader)
    if found.empty:
        quiet(_NONE)
        return
    rows = [_row(row) for _, row in found.iterrows()]
    show_table(
        "As published: suppressed is neither missing nor zero",
        "Table",
        _COLUMNS,
        rows,
        title="Published figures loaded",
    )


def _row(row: pd.Series) -> TableRow:
    first, last = str(row["first_period"]), str(row["last_period"])
    cells = {
        "publisher": _text(row["publisher"]),
        "release": _text(row["release"]),
        "periods": first if first == last else f"{first} to {last}",
        **{key: f"{int(row[key]):,}" for key in ("las", "measures", "figures", "suppressed")},
    }
    return TableRow(_text(row["title"]), cells)


def _text(cell: object) -> str:
    return "" if pd.isna(cell) else str(cell)  # type: ignore[call-overload]  # one cell
