"""Rare needs over the years: children, those who came in the year, and whichever shares a part asks for."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import streamlit as st

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Measure
from rcc_dash.domain.rare import RARE_MEASURES
from rcc_dash.domain.words import short_date
from rcc_dash.figures.comparisons import Line, measure_lines
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.figures.written import written
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_years import RareYear, rare_trend
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.rare_scope import Scope
from rcc_dash.ui.rare_tables import BEGAN
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

_KNOWN: Final = (
    "The threshold is the same on all dates. A source that is not loaded for a date tells nothing of it: more"
    " children on a later date may only mean that more is known."
)
_COUNTS: Final = {"children": "On the date", "began": "Began in the year"}
_SHARES: Final = {"beyond": "Outside the region", "far": "Over 20 miles from home"}


def counts_over_time(scope: Scope) -> None:
    """Draw the children of the cohort on each date, and those whose placement began in the year to it."""
    years = ask(rare_trend, scope.now.reader, scope.asked, scope.now.calendar)
    any_need = (ANY, scope.any_need, [(day, year.any) for day, year in years.items()])
    known = ("known", "Known for", [(day, year.known) for day, year in years.items()])
    _lines(scope, years, RARE_MEASURES["children"], _COUNTS, any_need, known)
    quiet(f"{BEGAN} {_KNOWN}")


def shares_over_time(scope: Scope) -> None:
    """Draw on each date the shares who live away, and the mean weekly cost."""
    years = ask(rare_trend, scope.now.reader, scope.asked, scope.now.calendar)
    left, right = st.columns(2, gap="medium")
    with left:
        st.html("<h2>Shares who live away</h2>")
        _lines(scope, years, RARE_MEASURES["far"], _SHARES)
    with right:
        st.html("<h2>Mean weekly cost</h2>")
        _lines(scope, years, RARE_MEASURES["cost"], {"cost": "Mean"})
    quiet(_KNOWN)


def _lines(
    scope: Scope, years: Mapping[date, RareYear], measure: Measure, names: Mapping[str, str], *more: Line
) -> None:
    lines = [
        (code, name, [(day, _figure(year, code)) for day, year in years.items()])
        for code, name in names.items()
    ]
    if all(figure.value is None for _, _, points in lines for _, figure in points):
        quiet("On every date there are too few of these children to show, or no file tells of them.")
        return
    show_chart(measure_lines(measure, lines, next(iter(names))), key=f"r-{measure.code}")
    columns = [TableColumn(str(day), short_date(day)) for day in years]
    rows = [
        TableRow(name, {str(day): written(figure, measure.unit) for day, figure in points})
        for _, name, points in (*lines, *more)
    ]
    show_table(f"Children {scope.whom}, by date", "Figure", columns, rows)


def _figure(year: RareYear, code: str) -> Figure:
    return year.began if code == "began" else year.figures[code]
