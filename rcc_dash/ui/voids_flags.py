"""What does not fit together in returns, lists and children's records; and each home, in exact figures."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.places import la_name
from rcc_dash.domain.voids import KINDS
from rcc_dash.domain.words import counted, short_date
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.queries.voids_flags import ASTRAY, AT_HOMES, VoidFlags, void_flags
from rcc_dash.queries.voids_homes import void_homes, within
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import offer_frame, show_table
from rcc_dash.ui.text import quiet
from rcc_dash.ui.voids_scope import Scope

_HOMES: Final = {
    "urn": "URN",
    "la_code": "LA",
    "kind": "Type",
    "places": "Places",
    "basis": "Basis",
    "returned_on": "Returned on",
    "held": "Occupied",
    "blocked": "Cannot be used",
    "void": "Empty and ready",
    "unknown": "Not known",
    "children": "Children known there",
}


def flags_part(scope: Scope) -> None:
    """Draw what was flagged, returns of homes outside the list, and in exact figures every home."""
    exact, filters = scope.now.reader.rule.exact, scope.now.state.filters
    found = ask(void_flags, scope.now.reader, filters if exact else filters.reset(), scope.when)
    show_table(
        "Flagged and kept: places are cut to fit",
        "What",
        _columns(exact=exact),
        _rows(found, exact=exact),
        title="Flagged in returns of homes",
    )
    _astray(found)
    if exact:
        _every_home(scope)
    else:
        quiet(
            "Of the whole cooperative, whatever areas are chosen. Which homes these are, and the states of"
            " each home's places, are shown with exact figures only."
        )


def _columns(*, exact: bool) -> list[TableColumn]:
    found = [TableColumn("homes", "Homes")]
    return [*found, TableColumn("urns", "URNs", is_number=False)] if exact else found


def _rows(found: VoidFlags, *, exact: bool) -> list[TableRow]:
    return [
        TableRow(
            AT_HOMES[code],
            {
                "homes": HIDDEN if homes is None else f"{homes:,}",
                "urns": ", ".join(found.at_homes[code]) if exact else "",
            },
        )
        for code, homes in found.homes.items()
    ]


def _astray(found: VoidFlags) -> None:
    if found.why and found.astray.empty:
        quiet(_not_named(found))
        return
    if found.astray.empty:
        quiet("Every vacancy return is of a home on Ofsted's list of the date.")
        return
    columns = [TableColumn("places", "Places returned"), TableColumn("day", "Returned on", is_number=False)]
    columns.append(TableColumn("why", "What is wrong", is_number=False))
    rows = [
        TableRow(str(urn), {"places": f"{places:,}", "day": short_date(day), "why": ASTRAY[why]})
        for urn, day, places, why in found.astray[["urn", "returned_on", "places", "why"]].itertuples(
            index=False
        )
    ]
    show_table(
        "Returns of homes that are not on the list: in no total",
        "URN",
        columns,
        rows,
        title="Returns of homes not on the list",
    )


def _not_named(found: VoidFlags) -> str:
    told = (f"{counted(number, 'return', 'returns')}: {ASTRAY[why]}" for why, number in found.why.items())
    said = "; ".join(told)
    return f"Returns of homes that are not on the list, in no total. {said}. A release does not name them."


def _every_home(scope: Scope) -> None:
    homes = within(void_homes(scope.now.reader, scope.when), scope.now.state.filters)
    shown = homes.assign(
        basis=homes["is_told"].map({True: "returned", False: "inferred"}),
        la_code=homes["la_code"].map(la_name),
        kind=homes["kind"].map(KINDS),
    )
    frame: pd.DataFrame = shown[[*_HOMES]].rename(columns=_HOMES)
    st.html("<h2>Every home</h2>")
    st.dataframe(frame, hide_index=True, height=430, key="v-homes")
    offer_frame("Every home", frame)
