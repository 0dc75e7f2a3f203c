"""The flows of children between LAs, in words and as a table."""

from dataclasses import replace
from typing import Final

import streamlit as st

from rcc_dash.domain.answer import Answer
from rcc_dash.domain.disclosure import NOT_RETURNED
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import la_name
from rcc_dash.domain.views import Mode
from rcc_dash.domain.words import counted
from rcc_dash.figures.sentences import area_flow_sentence, not_returned, region_flow_sentence
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.queries.area_values import AreaValues
from rcc_dash.queries.flows import flows
from rcc_dash.ui.cached import ask
from rcc_dash.ui.map_downloads import flows_download
from rcc_dash.ui.nothing_loaded import RETURNS
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_NO_FLOWS: Final = Missing(
    "No children's returns are loaded for this date, so there are no flows to show.", RETURNS.wanted
)
_COLUMNS: Final = (
    TableColumn("to", "Lives in", is_number=False),
    TableColumn("children", "Children"),
)


def flow_sentence(now: Context, values: AreaValues) -> str | Missing:
    """Say what the flows in view amount to."""
    day, view, filters = values.day.children, now.state.view, now.state.filters
    if day is None:
        return _NO_FLOWS
    if values.together["children"].mark == NOT_RETURNED:
        return not_returned(filters.area_words())
    focus = view.focus.la_code
    if focus and focus in values.figures:
        arriving = ask(flows, now.reader, filters, replace(view, mode=Mode.IN), day)
        return area_flow_sentence(la_name(focus), day, values.figures[focus], arriving.frame, now.about)
    moved = ask(flows, now.reader, filters, view, day)
    return region_flow_sentence(filters.area_words(), day, values.together, moved.frame, now.about)


def flow_table(now: Context, values: AreaValues) -> None:
    """Draw the largest flows, as many as the map shows, say what is not in them, and offer all as a file."""
    _table(now, values)
    flows_download(now)


def _table(now: Context, values: AreaValues) -> None:
    if values.day.children is None:
        quiet(_NO_FLOWS)
        return
    answer = ask(flows, now.reader, now.state.filters, now.state.view, values.day.children)
    if answer.empty_because:
        quiet(answer.empty_because)
        return
    st.html(_html(answer, now.state.view.top))
    quiet(_caveat(now))


def _html(answer: Answer, top: int) -> str:
    largest = answer.frame.head(top)
    rows = [
        TableRow(name, {"to": to, "children": f"{children:,}"})
        for name, to, children in zip(
            largest["la_name"], largest["placement_name"], largest["children"], strict=True
        )
    ]
    caption = f"The {len(rows)} largest of {counted(len(answer.frame), 'flow', 'flows')} shown"
    return table_html(caption, "Looked after by", _COLUMNS, rows)


def _caveat(now: Context) -> str:
    is_protected = not now.reader.rule.exact
    hidden = "Flows of too few children are put together by LA, or not shown. " if is_protected else ""
    filtered = bool(now.state.filters.attributes) and is_protected
    all_children = (
        "Flows and hexagons show all children looked after: the placement, age and provider filters"
        " do not apply to them in the protected view."
    )
    return hidden + (all_children if filtered else "")
