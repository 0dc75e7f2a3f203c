"""Which tables can be asked, with what each column holds and in which unit?"""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.store.typed.contents import TypedTable, typed_tables
from rcc_dash.ui.downloads import offer_frame
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_COLUMNS: Final = (
    TableColumn("kind", "Type", is_number=False),
    TableColumn("meaning", "What it holds", is_number=False),
)


def tables_browser(now: Context) -> None:
    """Draw every table behind its name."""
    st.html("<h2>Tables that can be asked</h2>")
    found = typed_tables(exact=now.reader.rule.exact)
    if now.reader.rule.exact:
        quiet("Exact figures are on: tables of children of the local authorities chosen above are there too.")
    for table in found:
        with st.expander(f"{table.name}: {table.question}"):
            _table(table)
    _offer(found)


def _offer(found: tuple[TypedTable, ...]) -> None:
    """Offer all of it as one file."""
    lines = [(table.name, *column) for table in found for column in table.columns]
    headings = {"table": "Table", "name": "Column", "kind": "Type", "meaning": "What it holds"}
    offer_frame("Tables and columns", pd.DataFrame(lines, columns=list(headings)), headings)


def _table(table: TypedTable) -> None:
    quiet(f"{table.grain[:1].upper()}{table.grain[1:]}.")
    rows = [TableRow(name, {"kind": kind, "meaning": meaning}) for name, kind, meaning in table.columns]
    st.html(table_html(table.question, "Column", _COLUMNS, rows))
