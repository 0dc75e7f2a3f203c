"""The smallest groups that fill a home as tables, and what homes of other sizes would take."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import and_list
from rcc_dash.figures.rare_sentences import amount
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.queries.rare_group import Groups
from rcc_dash.queries.rare_loads import Loads
from rcc_dash.ui.downloads import Sheet, sheet_download, show_table
from rcc_dash.ui.rare_found import found_groups, found_loads, groups_of_beds, start_la
from rcc_dash.ui.rare_scope import SOURCES, Scope, scope
from rcc_dash.ui.shell import Context

_SIZES: Final = (1, 2, 3, 4, 5, 6)
_GROUPS: Final = {
    "size": "Local authorities",
    "load": "Children at one time, about",
    "host": "Would best stand in",
    "miles": "Mean straight miles to there",
}
_BEDS: Final = {
    "need": "Children at one time it takes",
    "served": "Of whom it can take",
    "size": "Local authorities needed",
    "who": "Nearest group",
}
_ALWAYS_TOLD: Final = ("need", "served")
"""What a home takes is told whoever needs it."""


def group_tables(asked: Scope, loads: Loads, found: Groups) -> None:
    """Draw the smallest groups, and below what homes of other sizes would take."""
    if found.groups and not loads.is_at_most:
        st.html(f"<h2>The smallest groups{_with_start(asked)}</h2>")
        st.html(table_html("The nearest first", "Who", _columns(_GROUPS), _group_rows(found)))
    st.html("<h2>Were the home larger or smaller</h2>")
    columns = [one for one in _columns(_BEDS) if one.key in _ALWAYS_TOLD or not loads.is_at_most]
    show_table(
        f"A home that is {found.home.full:.0%} full",
        "Beds",
        columns,
        _bed_rows(asked, loads),
        title="Were the home larger or smaller",
    )
    sheet_download(asked.now, "Smallest groups", _sheet)


def _with_start(asked: Scope) -> str:
    return f" with {la_name(start_la(asked))}" if start_la(asked) else ""


def _columns(headings: dict[str, str]) -> list[TableColumn]:
    return [TableColumn(key, words, is_number=key not in {"host", "who"}) for key, words in headings.items()]


def _group_rows(found: Groups) -> list[TableRow]:
    return [
        TableRow(
            and_list([la_name(code) for code in group.la_codes]),
            {
                "size": f"{len(group.la_codes)}",
                "load": amount(group.load),
                "host": la_name(group.host),
                "miles": f"{group.miles:.0f}",
            },
            is_chosen=group is found.groups[0],
        )
        for group in found.groups
    ]


def _bed_rows(asked: Scope, loads: Loads) -> list[TableRow]:
    return [
        TableRow(f"{beds}", _bed_cells(found), is_chosen=beds == asked.choices.number("r-beds"))
        for beds in _SIZES
        for found in [groups_of_beds(asked, loads, beds)]
    ]


def _bed_cells(found: Groups) -> dict[str, str]:
    best = found.groups[0] if found.groups else None
    return {
        "need": amount(found.need),
        "served": f"{found.served:.0%}",
        "size": f"{len(best.la_codes)}" if best else "no group",
        "who": and_list([la_name(code) for code in best.la_codes]) if best else "",
    }


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    loads = None if isinstance(asked, str) else found_loads(asked)
    rows: list[TableRow] = []
    if not isinstance(asked, str) and loads and not loads.is_at_most:
        rows = _group_rows(found_groups(asked, loads))
    headings = {"who": "Who", **_GROUPS}
    frame = pd.DataFrame([{"who": row.name, **row.cells} for row in rows], columns=list(headings))
    return Sheet(frame, headings, now.state.filters, 0, SOURCES)
