"""Whose child could have had an empty place near home, what stops the rest, and what pooling gives."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import counted
from rcc_dash.figures.chart_parts import renamed
from rcc_dash.figures.charts import ranked_bars
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.voids_homes import SOURCES
from rcc_dash.queries.voids_mismatch import STOPS, Mismatch
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet
from rcc_dash.ui.voids_head import found_mismatch
from rcc_dash.ui.voids_scope import NO_RETURNS, Scope, scope

_COLUMNS: Final = {
    "far": "Children that far away",
    "asked": "In homes or schools, not by choice",
    "own": "Could be placed: own homes only",
    "alone": "Homes in the own area only",
    "pooled": "All homes pooled",
    "in_own": "Of these in own homes",
}
_RULES: Final = (
    "One child to one place, as many children as possible, then in their own LA's homes, then the fewest"
    " miles, by suitability.csv (see the page Distance); a child who must live alone fills a home. Left out:"
    " homes for short breaks, homes judged inadequate, children whose distance was chosen for them or whose"
    " home address is not known. Which children are brothers and sisters no file tells. All the cooperative's"
    " far children compete, whatever the filter. It is what was possible on one day, not an instruction to"
    " move anybody."
)
_WHOLE: Final = 100
_SPAN: Final = (
    "The range: at the least, were every need there that no file tells; at the most, were every place empty"
    " that is not known to be used."
)


def match_part(scope: Scope) -> None:
    """Draw what stops children, and by area how many could be placed alone and pooled."""
    found = found_mismatch(scope)
    if found is None:
        return
    if not found.places:
        quiet(NO_RETURNS)
    bars, table = st.columns([2, 3], gap="medium")
    with bars:
        st.html("<h2>What stops the others</h2>")
        _stops(found)
    with table:
        st.html("<h2>What each local authority could do alone, and all together</h2>")
        columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
        st.html(table_html("Children", "Local authority", columns, _rows(scope.now, found)))
        sheet_download(scope.now, "Children and empty places", _sheet)
    quiet(f"{_searched(scope, found)} {_SPAN} {_RULES}")


def _searched(scope: Scope, found: Mismatch) -> str:
    """Say how many places were searched, and how many of them are likely to be empty still."""
    places = counted(found.places, "empty place", "empty places")
    said = f"Searched: {places} in {counted(found.homes, 'home', 'homes')}"
    if scope.search.beds != "returned":
        return f"{said} at the most, since many of them will be used by others."
    if round(found.still_share) == _WHOLE:
        return f"{said}."
    return (
        f"{said}; about {found.still_share:.0f}% of them are still empty on the day, if half of such places"
        " are filled within 30 days. Returns of more than 60 days before are left out."
    )


def _stops(found: Mismatch) -> None:
    stops = {code: found.counts[ALL_AREAS][code] for code in STOPS}
    if all(figure.value is None for figure in stops.values()):
        quiet("Each of the reasons holds for too few children to show, or none is left.")
        return
    frame = pd.DataFrame({
        "la_code": list(stops),
        "name": [STOPS[code] for code in stops],
        "value": [figure.value for figure in stops.values()],
        "shown": [written(figure, Unit.CHILDREN) for figure in stops.values()],
    })  # fmt: skip
    spec = ranked_bars("What stops children", Unit.CHILDREN.value, frame.astype({"value": "float64"}))
    show_chart(renamed(spec, "What stops children from being placed near home"), key="v-stops")


def _rows(now: Context, found: Mismatch) -> list[TableRow]:
    return [
        TableRow(
            la_name(code) if code else now.state.filters.area_phrase(),
            {part: written(counts[part], Unit.CHILDREN) for part in _COLUMNS},
            is_total=code == ALL_AREAS,
        )
        for code, counts in found.counts.items()
    ]


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    found = found_mismatch(asked) if asked else None
    headings = {"area": "Local authority", **_COLUMNS, **STOPS}
    rows = [
        {
            "area": la_name(code) if code else now.state.filters.area_phrase(),
            **{part: written(counts[part], Unit.CHILDREN) for part in (*_COLUMNS, *STOPS)},
        }
        for code, counts in (found.counts.items() if found else ())
    ]
    hidden = sum(cell == HIDDEN for row in rows for cell in row.values())
    return Sheet(pd.DataFrame(rows, columns=list(headings)), headings, now.state.filters, hidden, SOURCES)
