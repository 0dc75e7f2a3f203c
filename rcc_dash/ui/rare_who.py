"""Who has rare needs and how many are there: every cohort, the one chosen by area, and over the years."""

from html import escape
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.cohorts import NEEDS_PAGE, cohorts_of
from rcc_dash.domain.explained_rare import COUNTED
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.figures.chart_parts import renamed
from rcc_dash.figures.charts import ranked_bars
from rcc_dash.figures.explained import explained_html
from rcc_dash.figures.need_bars import count_rows
from rcc_dash.figures.picks import clickable
from rcc_dash.figures.range_bars import range_bars, range_key
from rcc_dash.figures.written import written
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_counts import RareRow, rare_areas, rare_rows
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.distance_scope import on_click
from rcc_dash.ui.load_link import load_link
from rcc_dash.ui.rare_over_time import counts_over_time
from rcc_dash.ui.rare_scope import NOT_TOLD, Scope
from rcc_dash.ui.rare_tables import areas_table, need_title, needs_table
from rcc_dash.ui.session import set_choice
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

_ALL_CHART: Final = "r-all"


def who_part(scope: Scope) -> None:
    """Draw all rare needs beside the chosen one by area, and the tables and years behind tabs."""
    rows = ask(rare_rows, scope.now.reader, scope.asked)
    left, right = st.columns(2, gap="medium")
    with left:
        st.html("<h2>All rare needs</h2>")
        _all_needs(scope, rows)
    with right:
        st.html(f"<h2>{escape(scope.cohort.title)}, by local authority</h2>")
        _by_area(scope)
    draw_tabs(
        "rare_who",
        needs=lambda: needs_table(scope, rows),
        areas=lambda: areas_table(scope),
        years=lambda: counts_over_time(scope),
    )
    st.html(explained_html("How the tables are worked out", *COUNTED))


def _all_needs(scope: Scope, rows: tuple[RareRow, ...]) -> None:
    told = [row for row in rows if row.is_told and row.code != ANY]
    frame = pd.DataFrame({
        "la_code": [row.code for row in told],
        "name": [need_title(row.code) for row in told],
        "value": [row.children.value for row in told],
        "shown": [written(row.children, Unit.CHILDREN) for row in told],
    })  # fmt: skip
    numbers = frame.astype({"value": "float64"})
    spec = ranked_bars("Rare needs", Unit.CHILDREN.value, numbers, chosen=scope.cohort.code)
    said = renamed(spec, "Children by rare need; a child may have several")
    show_chart(clickable(said, ["name"]), key=_ALL_CHART, on_select=on_click(_ALL_CHART, _choose))
    untold = [need_title(row.code).lower() for row in rows if not row.is_told]
    if untold:
        quiet(f"Nothing loaded tells of: {', '.join(untold)}. Choose it above to see which file would.")


def _choose(row: dict[str, str]) -> None:
    named = {cohort.title: code for code, cohort in cohorts_of(NEEDS_PAGE).items()}
    if row.get("name") in named:
        set_choice("r-for", named[row["name"]])


def _by_area(scope: Scope) -> None:
    if not scope.is_told:
        quiet(NOT_TOLD)
        load_link(scope.now)
        return
    areas = ask(rare_areas, scope.now.reader, scope.asked)
    rows = count_rows([(la_name(code), area.children, area.expected) for code, area in areas.items() if code])
    keys = range_key("" if scope.now.reader.rule.exact else "Too few to show: 0 to 11", "", "Children")
    st.html(keys)
    spec = range_bars("Children", "children", rows, is_narrow=is_narrow())
    show_chart(spec, key="r-areas", keys=keys)
