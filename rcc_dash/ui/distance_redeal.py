"""How much of the miles only building could cure, and how much sharing beds could."""

from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.figures.nearer_sentences import what_is_left
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.figures.waterfall import waterfall
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_redeal import Redeal, redeal
from rcc_dash.ui.cached import ask
from rcc_dash.ui.distance_scope import Scope
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

FEW: Final = (
    "A mean needs ten children, and one value of each filter or one area: choose one, or all of them."
)
LEFT: Final = {
    "far_theirs": "If their own beds were dealt afresh",
    "far_all": "If all the region's places were theirs",
}
_COLUMNS: Final = {
    "dealt": "In homes or schools, not by choice",
    "far": "Over 20 miles away now",
    **LEFT,
}
_BOUND: Final = (
    "A bound with hindsight, as if everybody moved on one day; not a plan. Dealt are the beds that these"
    " children have now (those outside the region to whoever has them) and the places known to be empty: so"
    " that the fewest live over 20 miles from home, then with the fewest miles, by the rules below. What is"
    " left only homes elsewhere would cure; the rest comes of who has which bed."
)
_TOO_MANY: Final = (
    "Not worked out: there are so many children and beds that dealing them afresh would hold up all others."
)


def answer_redeal(scope: Scope) -> Redeal | None:
    """Ask what would be left if beds were dealt afresh; None without a list of homes, or for too many."""
    list_date = scope.now.calendar.homes_on(scope.whole.day)
    return ask(redeal, scope.now.reader, scope.asked, list_date) if list_date else None


def redeal_part(scope: Scope) -> None:
    """Draw of what the mean distance is made if beds could be dealt afresh, and by area who would be far.

    Asked where a list of homes is loaded: nothing is found only where too many would have to be dealt.
    """
    found = answer_redeal(scope)
    st.html("<h2>Is it where homes are, or who has which bed?</h2>")
    if found is None:
        quiet(_TOO_MANY)
        return
    st.html(f"<p>{escape(what_is_left(scope.subject, found.counts[ALL_AREAS]))}</p>")
    chart, table = st.columns([2, 3], gap="medium")
    with chart:
        _steps(found)
    with table:
        _table(scope, found)
    quiet(_BOUND)


def _steps(found: Redeal) -> None:
    actual, dealt = found.miles["actual"].value, found.miles["theirs"].value
    if actual is None or dealt is None:
        quiet(FEW)
        return
    steps = [("Where homes are", dealt), ("Who has which bed", actual - dealt)]
    spec = waterfall("Mean miles of children in homes and schools, not by choice", steps, "Actual distance")
    show_chart(spec, key="d-redeal")


def _table(scope: Scope, found: Redeal) -> None:
    columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
    names = {code: la_name(code) if code else scope.asked.filters.area_phrase() for code in found.counts}
    order = sorted(
        names, key=lambda code: (code != ALL_AREAS, -(found.counts[code]["far"].value or 0), names[code])
    )
    rows = [TableRow(names[code], redeal_cells(found, code), is_total=code == ALL_AREAS) for code in order]
    show_table("Children over 20 miles from home", "Local authority", columns, rows, "Beds dealt afresh")


def redeal_cells(found: Redeal | None, code: str) -> dict[str, str]:
    """Write one area's children; nothing in any column where beds were not dealt."""
    return {key: _children(found.counts[code][key]) if found else "" for key in _COLUMNS}


def _children(figure: Figure) -> str:
    return written(figure, Unit.CHILDREN)
