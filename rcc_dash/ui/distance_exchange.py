"""What each LA sends out and takes in, as counted from the returns and as DfE published."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.domain.published import Wanted
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.queries.distance_flows import Exchange, exchanges
from rcc_dash.queries.published import published
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import choose_segment
from rcc_dash.ui.distance_scope import Scope, all_children, scope
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_TAKEN_IN: Final = Wanted(
    "cla_in_area_by_responsible_la_number",
    "2. Other LA children externally placed within the local authority boundary",
)
_OUTSIDE: Final = Wanted("cla_31_march_by_locality_number", "Placed outside the local authority boundary")
_COLUMNS: Final = {
    "looked_after": "Looks after",
    "sent": "Live elsewhere",
    "taken": "Taken in from loaded LAs",
    "published": "Taken in (DfE)",
    "net": "Net (DfE)",
}


def exchange_panel(scope: Scope) -> None:
    """Draw the table in the order chosen, and offer it as a file."""
    choose_segment("d-sort")
    rows = _sorted(scope, ask(exchanges, scope.now.reader, scope.whole.filters, scope.whole.day))
    taken = taken_in(scope)
    columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
    table = [
        TableRow(la_name(row.la_code), _cells(row, taken), is_chosen=row.la_code == scope.focus)
        for row in rows
    ]
    caption = "Children who live outside their LA, and children of other LAs who live there"
    st.html(table_html(caption, "Local authority", columns, table))
    quiet("Net is DfE's children taken in less its children placed outside: above 0 more come than go.")
    sheet_download(scope.now, "In and out of each LA", _sheet)


def taken_in(scope: Scope) -> dict[str, tuple[Figure, Figure]]:
    """Give DfE's count of other LAs' children in each LA, and of its own children placed outside."""
    coming, going = (_published(scope, wanted) for wanted in (_TAKEN_IN, _OUTSIDE))
    return {code: (coming[code], going[code]) for code in coming}


def _published(scope: Scope, wanted: Wanted) -> dict[str, Figure]:
    codes = scope.whole.filters.la_codes
    found = published(scope.now.reader, wanted, codes, scope.whole.day).by_la
    nothing = Figure(None, "not published")
    return {code: own.figure if (own := found[code].own) else nothing for code in codes}


def _cells(row: Exchange, taken: Mapping[str, tuple[Figure, Figure]]) -> dict[str, str]:
    coming, going = taken[row.la_code]
    known = coming.value is not None and going.value is not None
    return {
        "looked_after": written(row.looked_after, Unit.CHILDREN),
        "sent": written(row.sent, Unit.CHILDREN),
        "taken": written(row.taken, Unit.CHILDREN),
        "published": written(coming, Unit.CHILDREN),
        "net": f"{(coming.value or 0) - (going.value or 0):+,.0f}" if known else "",
    }


def _sorted(scope: Scope, rows: tuple[Exchange, ...]) -> list[Exchange]:
    match scope.now.state.choices.get("d-sort"):
        case "sent":
            return sorted(rows, key=lambda row: -(row.sent.value or 0))
        case "taken":
            return sorted(rows, key=lambda row: -(row.taken.value or 0))
        case _:
            return list(rows)


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    rows = exchanges(now.reader, asked.whole.filters, asked.whole.day) if asked else ()
    taken = taken_in(asked) if asked else {}
    found = [{"la": la_name(row.la_code), **_cells(row, taken)} for row in rows]
    headings = {"la": "Local authority", **_COLUMNS}
    frame = pd.DataFrame(found, columns=list(headings))
    hidden = int(frame.isin(["[c]"]).to_numpy().sum())
    return Sheet(
        frame, headings, all_children(now.state.filters), hidden, ("SSDA903 returns", "DfE, as published")
    )
