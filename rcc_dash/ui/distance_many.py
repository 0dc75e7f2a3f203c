"""How many children live far from home: by area, over the years, beside others, and against DfE."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Measure, measures
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import short_date
from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.comparisons import Line, area_bars, measure_lines
from rcc_dash.figures.distance_bands import Group, band_bars, band_legend
from rcc_dash.figures.map_frames import shading_of
from rcc_dash.figures.picks import clickable
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.figures.written import written
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_bands import bands_by_area
from rcc_dash.queries.distance_headlines import DistanceYears, distance_trend, england
from rcc_dash.ui.band_table import band_table
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.distance_check import check_table
from rcc_dash.ui.distance_scope import Scope, focus_on, look_at_band, on_click
from rcc_dash.ui.distance_table import area_table
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.shown import fitted_small_map, show_chart, show_small_map
from rcc_dash.ui.text import quiet

_NO_EARLIER: Final = Missing("There is no earlier date to compare with.", "the returns of earlier years")
_PICTURE_PX: Final = (720, 520)
_BARS, _BANDS = "d-bars", "d-area-bands"


def many_part(scope: Scope, years: DistanceYears) -> None:
    """Draw the areas as a picture and as bars, and behind tabs everything that they stand beside."""
    areas = years.now().areas
    shares = {code: areas[code].shares[scope.measure] for code in scope.whole.filters.la_codes}
    picture, bars = st.columns([3, 2], gap="medium")
    with picture:
        _picture(scope, shares)
    with bars:
        _bars(scope, shares, areas[ALL_AREAS].shares[scope.measure])
    draw_tabs(
        "distance",
        table=lambda: area_table(scope, years),
        bands=lambda: _bands(scope),
        years=lambda: _trend(scope, scope.now.calendar),
        check=lambda: check_table(scope),
    )


def _picture(scope: Scope, shares: dict[str, Figure]) -> None:
    filters = scope.whole.filters
    shading = shading_of(measures()[scope.measure], shares)
    base = region_ground(filters.cooperative.la_codes)
    picture = fitted_small_map(filters.area_words(), base, shading, _PICTURE_PX, scope.focus)
    show_small_map(picture)


def _bars(scope: Scope, shares: dict[str, Figure], together: Figure) -> None:
    if all(figure.value is None for figure in shares.values()):
        quiet("This share is of too few children to show for any of these areas.")
        return
    beside = {scope.whole.filters.area_phrase(): together}
    nation = england(scope.now.reader, scope.whole, scope.measure)
    if nation.value is not None:
        beside["England"] = nation
    spec = area_bars(measures()[scope.measure], shares, beside, scope.focus)
    show_chart(clickable(spec, ["name"]), key=_BARS, on_select=on_click(_BARS, partial(_focus, scope)))


def _focus(scope: Scope, row: dict[str, str]) -> None:
    named = {la_name(code): code for code in scope.whole.filters.la_codes}
    if row.get("name") in named:
        focus_on(named[row["name"]])


def _bands(scope: Scope) -> None:
    rows = ask(bands_by_area, scope.now.reader, scope.whole)
    if not rows:
        quiet("Bands cannot be crossed with three filters of children. Take one of them away above.")
        return
    far = {row.code: sum(row.bands[code].value or 0.0 for code in ("20to50", "over50")) for row in rows}
    order = sorted(
        rows, key=lambda row: (row.code != ALL_AREAS, -far[row.code] / (row.children.value or 1.0))
    )
    groups = [Group(row.code, row.label, row.children, row.bands) for row in order]
    st.html(band_legend())
    show_chart(
        clickable(
            band_bars("Local authorities", groups, scope.focus, is_narrow=is_narrow()), ["code", "band"]
        ),
        key=_BANDS,
        keys=band_legend(),
        on_select=on_click(_BANDS, _band_clicked),
    )
    with st.expander("Table"):
        band_table("Local authorities", "Local authority", order)


def _band_clicked(row: dict[str, str]) -> None:
    look_at_band(row["band"])
    if row["code"]:
        focus_on(row["code"])


def _trend(scope: Scope, calendar: Calendar) -> None:
    years = ask(distance_trend, scope.now.reader, scope.asked, calendar)
    filters, measure = scope.asked.filters, measures()[scope.measure]
    lines = [
        (filters.rcc, filters.area_phrase(), _points(scope, years, is_here=True)),
        (filters.elsewhere().rcc, filters.elsewhere().area_phrase(), _points(scope, years, is_here=False)),
    ]
    nation = [
        (day, england(scope.now.reader, replace(scope.asked, day=day), scope.measure)) for day in years.here
    ]
    lines.append(("", "England", nation))
    known = [line for line in lines if any(figure.value is not None for _, figure in line[2])]
    if not known:
        quiet(_NO_EARLIER)
        return
    show_chart(measure_lines(measure, known, filters.rcc), key="d-trend")
    with st.expander("Table"):
        _trend_table(measure, known)


def _trend_table(measure: Measure, lines: Sequence[Line]) -> None:
    days = list(dict.fromkeys(day for _, _, points in lines for day, _ in points))
    columns = [TableColumn(str(day), short_date(day)) for day in days]
    rows = [
        TableRow(name, {str(day): written(figure, measure.unit) for day, figure in points})
        for _, name, points in lines
    ]
    show_table(f"{measure.label}, over the years", "Area", columns, rows)


def _points(scope: Scope, years: DistanceYears, *, is_here: bool) -> list[tuple[date, Figure]]:
    of = years.here if is_here else years.there
    return [(day, shares.together.shares[scope.measure]) for day, shares in of.items()]
