"""Do the sources know the same children, and where do they disagree?"""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN, NONE
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import counted, long_date
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.queries.reconcile import findings, reconciliation
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.nothing_loaded import RETURNS
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_COLUMNS: Final = (
    TableColumn("source", "Source", is_number=False),
    TableColumn("known", "Children"),
    TableColumn("exact", "Linked: same start"),
    TableColumn("window", "Linked: within 28 days"),
    TableColumn("child_only", "Linked: child only"),
    TableColumn("unknown", "Not in return"),
    TableColumn("only_returns", "Only in return"),
    TableColumn("start_differs", "Other start"),
    TableColumn("family_differs", "Other kind"),
    TableColumn("sector_differs", "Other provider"),
    TableColumn("la_differs", "Other LA"),
)
_FINDING_COLUMNS: Final = (
    TableColumn("la", "LA", is_number=False),
    TableColumn("source", "Source", is_number=False),
    TableColumn("children", "Children"),
    TableColumn("fix", "How to mend it", is_number=False),
)
_OF_STAYS: Final = frozenset({"placements_census", "placement_costs", "referrals"})
"""Sources that tell of placements; the others tell of children, so that no stay can differ."""
_OF_ALL: Final = frozenset({"placements_census", "placement_costs"})
_OF_CHILDREN: Final = frozenset({"known", "child_only", "unknown"})
_MOST: Final = 60
_ONLY_RETURNS: Final = Missing(
    "Only the SSDA903 episodes are loaded for this date.", "a census, costs or other files"
)


def reconcile_panel(now: Context) -> None:
    """Draw, by LA and source, how many children link to the 903 return and what disagrees."""
    st.html("<h2>Do the sources agree?</h2>")
    day = now.calendar.children_on(now.state.filters.as_of)
    if day is None:
        quiet(RETURNS)
        return
    found = ask(reconciliation, now.reader, day)
    mine = found[found["la_code"].isin(now.state.filters.la_codes)]
    if mine.empty:
        quiet(_ONLY_RETURNS)
    else:
        rows = [_row(row) for _, row in mine.iterrows()]
        show_table(
            f"Against the SSDA903 return, {long_date(day)}",
            "LA",
            _COLUMNS,
            rows,
            title="Do the sources agree",
        )
        quiet(
            "A child of a source is linked to the return's stay of the same LA, child and kind that starts on"
            " the same day, or within 28 days; else to the child only. The last four columns are of those"
            f" linked. {NONE}: not what the source tells of. Nothing is merged."
        )
    _findings(now, ask(findings, now.reader, day))


def _findings(now: Context, found: pd.DataFrame) -> None:
    mine = found[found["la_code"].isin(now.state.filters.la_codes)]
    if mine.empty:
        return
    rows = [_finding(row) for _, row in mine.head(_MOST).iterrows()]
    with st.expander(f"{counted(len(mine), 'disagreement', 'disagreements')} between sources"):
        show_table("What does not fit", "Finding", _FINDING_COLUMNS, rows, title="What does not fit")


def _row(row: pd.Series) -> TableRow:
    source = str(row["source"])
    numbers = {
        one.key: _number(row[one.key]) if _tells(source, one.key) else NONE
        for one in _COLUMNS
        if one.key != "source"
    }
    return TableRow(la_name(str(row["la_code"])), {"source": str(row["title"]), **numbers})


def _finding(row: pd.Series) -> TableRow:
    cells = {
        "la": la_name(str(row["la_code"])),
        "source": str(row["title"]),
        "children": _number(row["children"]),
        "fix": str(row["fix"]),
    }
    return TableRow(str(row["what"]), cells)


def _tells(source: str, part: str) -> bool:
    """Say whether a source can tell this at all: what it cannot is neither none nor hidden."""
    return part in _OF_CHILDREN or source in (_OF_ALL if part == "only_returns" else _OF_STAYS)


def _number(cell: float | None) -> str:
    return HIDDEN if cell is None or pd.isna(cell) else f"{int(cell):,}"
