"""Why children live at a distance, as the placements census words it."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.figures.chart_parts import with_folded_labels, with_long_labels
from rcc_dash.figures.charts import ranked_bars
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_why import REASONS, SUPPLY, Why, reasons_known, why
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import choose_segment
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.distance_scope import Scope, scope
from rcc_dash.ui.downloads import Sheet, sheet_download, show_table
from rcc_dash.ui.load_link import load_link
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

NOT_LOADED: Final = (
    "No loaded file tells why children live at a distance; the Placements Northwest census does."
)
_WHERE_TOLD: Final = "The census tells it in its column “Reason for placement at distance”."
_SHORT: Final = {
    "none_local": "Nothing suitable nearby",
    "local_unavailable": "Nearby, not available",
    "child_led": "Chosen for the child",
    "unknown": "Reason not known",
}
_SHOWN: Final = {
    "supply": "Counted: failures of supply only. Distance chosen for the child (safety, family) is not one.",
    "all": "Counted: all recorded reasons, each in the census's own words.",
}


def why_part(scope: Scope) -> None:
    """Draw the reasons as bars in the census's own words, and the kinds of reason by area."""
    if not reasons_known(scope.now.reader, scope.asked):
        quiet(_WHERE_TOLD)
        load_link(scope.now)
        return
    found = ask(why, scope.now.reader, scope.asked)
    if found is None:
        quiet(
            "No more than three attributes of children are crossed. Take a filter away above to see reasons."
        )
        return
    shown = choose_segment("d-why")
    quiet(_SHOWN[shown])
    kinds = SUPPLY if shown == "supply" else tuple(REASONS)
    bars, table = st.columns([1, 1], gap="medium")
    with bars:
        _bars(found, kinds)
    with table:
        _by_area(scope, found)
        sheet_download(scope.now, "Reasons for distance", _sheet)


def _bars(found: Why, kinds: tuple[str, ...]) -> None:
    reasons = [one for one in found.reasons if one.code in kinds]
    if all(one.children.value is None for one in reasons):
        quiet("Each of these reasons was recorded for too few children to show.")
        return
    frame = pd.DataFrame({
        "la_code": [one.code for one in reasons],
        "name": [one.label for one in reasons],
        "value": [one.children.value for one in reasons],
        "shown": [written(one.children, Unit.CHILDREN) for one in reasons],
    })  # fmt: skip
    spec = ranked_bars("Recorded reasons", Unit.CHILDREN.value, frame.astype({"value": "float64"}))
    fitted = (
        with_folded_labels(spec, [one.label for one in reasons]) if is_narrow() else with_long_labels(spec)
    )
    show_chart(fitted, key="d-why-bars")


def _by_area(scope: Scope, found: Why) -> None:
    columns = [TableColumn(code, words) for code, words in _SHORT.items()]
    rows = [
        TableRow(
            la_name(code) if code else scope.asked.filters.area_phrase(),
            {kind: written(figure, Unit.CHILDREN) for kind, figure in kinds.items()},
            is_total=code == ALL_AREAS,
        )
        for code, kinds in found.areas.items()
    ]
    show_table("Children by kind of recorded reason", "Local authority", columns, rows)


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    headings = {"kind": "Kind of reason", "label": "Reason as recorded", "children": "Children"}
    known = asked is not None and reasons_known(now.reader, asked.asked)
    found = why(now.reader, asked.asked) if asked and known else None
    rows = [
        {"kind": REASONS[one.code], "label": one.label, "children": written(one.children, Unit.CHILDREN)}
        for one in (found.reasons if found else ())
    ]
    frame = pd.DataFrame(rows, columns=list(headings))
    return Sheet(
        frame,
        headings,
        asked.asked.filters if asked else now.state.filters,
        int(frame["children"].eq("[c]").sum()),
        ("Placements Northwest census",),
    )
