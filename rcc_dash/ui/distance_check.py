"""Our figures beside DfE's own for the same LA and date: the difference, and why."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit, measures
from rcc_dash.domain.places import la_name
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.queries.distance_check import Checked, checked
from rcc_dash.ui.cached import ask
from rcc_dash.ui.distance_scope import Scope, all_children, scope
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_COLUMNS: Final = {
    "ours": "Ours",
    "theirs": "DfE's",
    "points": "Points apart",
    "ours_part": "Our children",
    "theirs_part": "DfE's children",
    "ours_whole": "Out of (ours)",
    "theirs_whole": "Out of (DfE's)",
    "why": "Why",
}


def check_table(scope: Scope) -> None:
    """Draw the table, and say how many agree."""
    rows = ask(checked, scope.now.reader, scope.whole, scope.measure)
    if not rows:
        quiet(
            "DfE publishes no figure like this one by local authority. Choose another distance above:"
            " over 20 miles, outside their LA, or both."
        )
        return
    compared = [row for row in rows if row.points is not None]
    agree = sum(abs(row.points or 0.0) <= 1 for row in compared)
    quiet(
        f"{agree} of {len(compared)} local authorities that can be compared agree with DfE's share to within"
        " a point. Both count all children looked after, without short breaks."
    )
    heading = [TableColumn(key, words, is_number=key != "why") for key, words in _COLUMNS.items()]
    table = [TableRow(la_name(r.la_code), _cells(r), is_chosen=r.la_code == scope.focus) for r in rows]
    caption = f"{measures()[scope.measure].label}: ours beside DfE's own, of the same date"
    st.html(table_html(caption, "Local authority", heading, table))
    sheet_download(scope.now, "Distance against DfE", _sheet)


def _cells(row: Checked) -> dict[str, str]:
    def children(figure: Figure) -> str:
        return written(figure, Unit.CHILDREN)

    return {
        "ours": written(row.ours[2], Unit.SHARE_PCT),
        "theirs": written(row.theirs[2], Unit.SHARE_PCT),
        "points": "" if row.points is None else f"{row.points:+.0f}" if row.points else "0",
        "ours_part": children(row.ours[0]),
        "theirs_part": children(row.theirs[0]),
        "ours_whole": children(row.ours[1]),
        "theirs_whole": children(row.theirs[1]),
        "why": row.why,
    }


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    rows = checked(now.reader, asked.whole, asked.measure) if asked else ()
    frame = pd.DataFrame(
        [{"area": la_name(row.la_code), **_cells(row)} for row in rows], columns=["area", *_COLUMNS]
    )
    filters = all_children(now.state.filters)
    return Sheet(
        frame, {"area": "Local authority", **_COLUMNS}, filters, 0, ("SSDA903 returns", "DfE, as published")
    )
