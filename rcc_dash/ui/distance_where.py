"""Where children went: LA by LA, in and out of each, and beyond the region."""

from collections.abc import Mapping
from typing import Final, cast

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.links import encode
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import and_list, counted
from rcc_dash.figures.heat import heat_table
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.queries.distance_flows import BEYOND, Matrix, destinations, matrix
from rcc_dash.ui.cached import ask
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.distance_exchange import exchange_panel
from rcc_dash.ui.distance_scope import Scope, all_children, focus_on, scope
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.nav import page_of
from rcc_dash.ui.session import Bound
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_HEAT: Final = "d-matrix"
_ROW_PX: Final = 35
_NAMES_PX: Final = 185
_FLOWS_OF_ALL: Final = (
    "Two places crossed with a child's attributes would single children out: in the protected view these"
    " tables are of all children looked after, whatever the placement, age and provider filters."
)


def where_part(scope: Scope) -> None:
    """Draw the matrix, what each LA sends out and takes in, and the destinations beyond the region."""
    filters, day, reader = scope.whole.filters, scope.whole.day, scope.now.reader
    if filters.attributes and not reader.rule.exact:
        quiet(_FLOWS_OF_ALL)
    st.html("<h2>Who looks after them (rows), and where they live (columns)</h2>")
    found = ask(matrix, reader, filters, day)
    _matrix(found)
    if missing := [la_name(code) for code in filters.la_codes if code not in found.rows]:
        quiet(f"Without a return for the day, and so without a row: {and_list(missing)}.")
    with st.container(horizontal=True, key="flow-ways", vertical_alignment="center"):
        st.page_link(
            page_of("pages/homes_and_origins.py"),
            label="See these flows on the map",
            query_params=encode(scope.now.state),
        )
        sheet_download(scope.now, "Who lives where", _matrix_sheet)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.html("<h2>In and out of each local authority</h2>")
        exchange_panel(scope)
    with right:
        st.html("<h2>Outside the region, by destination</h2>")
        _destinations(scope)


def _matrix(found: Matrix) -> None:
    columns = [_named(code) for code in found.columns]
    cells = {(la_name(la), _named(to)): figure for (la, to), figure in found.cells.items()}
    rows = [la_name(code) for code in found.rows]
    st.dataframe(
        heat_table(rows, columns, cells, rows),
        key=_HEAT,
        on_select=Bound[object](_HEAT).take(lambda _: _cell_clicked(found)),
        selection_mode="single-cell",
        width="stretch",
        height=_ROW_PX * (len(rows) + 1) + 3,
        placeholder=HIDDEN,
        column_config={"_index": st.column_config.Column(width=None if is_narrow() else _NAMES_PX)},
    )
    told = f"; {counted(found.hidden, 'cell is', 'cells are')} too small to show or empty ([c])"
    hidden = told if found.hidden else ""
    quiet(
        f"Grey: in their own LA{hidden}. A click on a heading sorts; a click on a cell puts its row in focus."
    )


def _cell_clicked(found: Matrix) -> None:
    chosen = cast("Mapping[str, Mapping[str, list[tuple[int, str]]]]", st.session_state[_HEAT])
    cells = chosen["selection"].get("cells", [])
    if cells:
        focus_on(found.rows[cells[0][0]])


def _named(code: str) -> str:
    return BEYOND.get(code) or la_name(code)


def _destinations(scope: Scope) -> None:
    found = ask(destinations, scope.now.reader, scope.asked.filters, scope.asked.day)
    if not found:
        quiet("No destination outside the region has enough children to show.")
        return
    rows = [
        TableRow(one.name, {"children": f"{one.children.value:,.0f}"}, is_total=not one.code) for one in found
    ]
    columns = [TableColumn("children", "Children")]
    caption = "Bold: whole regions, with their places too small to show; below each, its larger places"
    st.html(table_html(caption, "Destination", columns, rows))
    sheet_download(scope.now, "Destinations outside the region", _destination_sheet)


def _matrix_sheet(now: Context) -> Sheet:
    asked = scope(now)
    if asked is None:
        return Sheet(pd.DataFrame(columns=["la"]), {"la": "Looked after by"}, now.state.filters, 0)
    found = matrix(now.reader, asked.whole.filters, asked.whole.day)
    rows = [
        {"la": la_name(la), **{to: written(found.cells[la, to], Unit.CHILDREN) for to in found.columns}}
        for la in found.rows
    ]
    headings = {"la": "Looked after by", **{to: _named(to) for to in found.columns}}
    return Sheet(
        pd.DataFrame(rows), headings, all_children(now.state.filters), found.hidden, ("SSDA903 returns",)
    )


def _destination_sheet(now: Context) -> Sheet:
    asked = scope(now)
    found = destinations(now.reader, asked.asked.filters, asked.asked.day) if asked else ()
    headings = {"name": "Destination", "part": "Region", "children": "Children"}
    rows = [{"name": d.name, "part": d.part, "children": f"{d.children.value:.0f}"} for d in found]
    return Sheet(
        pd.DataFrame(rows, columns=list(headings)),
        headings,
        all_children(asked.asked.filters if asked else now.state.filters),
        0,
        ("SSDA903 returns",),
    )
