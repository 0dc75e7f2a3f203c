"""Where children with a rare need live, how far away, at what cost, and with which providers."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.domain.rare import PLACES
from rcc_dash.figures.chart_parts import renamed
from rcc_dash.figures.charts import ranked_bars
from rcc_dash.figures.distance_bands import Group, band_bars, band_legend
from rcc_dash.figures.need_bars import LIVES, lives_bar
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.void_bars import Bar
from rcc_dash.figures.written import written
from rcc_dash.queries.distance_bands import ALL_BANDS
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_costs import rare_providers
from rcc_dash.queries.rare_places import EVERYONE, RarePlaces, places_by_area, rare_places
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.downloads import Sheet, sheet_download, show_table
from rcc_dash.ui.load_link import load_link
from rcc_dash.ui.rare_costs import costs_panel
from rcc_dash.ui.rare_over_time import shares_over_time
from rcc_dash.ui.rare_scope import NOT_TOLD, SOURCES, Scope, scope
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_bars, show_chart
from rcc_dash.ui.text import quiet

_COLUMNS: Final = {
    "children": "Children",
    **PLACES,
    "beyond_pct": "Outside the region, %",
    **{band.code: band.label for band in ALL_BANDS},
    "far_pct": "Over 20 miles, %",
}


def where_part(scope: Scope) -> None:
    """Draw where they live and how far away; costs, providers, areas and years behind tabs."""
    if not scope.is_told:
        quiet(NOT_TOLD)
        load_link(scope.now)
        return
    groups = ask(rare_places, scope.now.reader, scope.asked)
    left, right = st.columns(2, gap="medium")
    with left:
        st.html("<h2>Where they live</h2>")
        bars = [_lives(scope, one) for one in groups]
        show_bars("Where children live", bars, LIVES)
        if not any(bars[0].numbers.values()):
            quiet(f"{bars[0].name}: too few to show in any of these places.")
    with right:
        st.html("<h2>How far from home</h2>")
        st.html(band_legend())
        bands = [Group(one.code, _name(scope, one.code), one.children, one.bands) for one in groups]
        show_chart(
            band_bars("How far from home", bands, is_narrow=is_narrow()), key="r-bands", keys=band_legend()
        )
    _tabs(scope, groups)


def _tabs(scope: Scope, groups: Sequence[RarePlaces]) -> None:
    draw_tabs(
        "rare_where",
        costs=lambda: costs_panel(scope),
        table=lambda: _table(scope, groups),
        provides=lambda: _provides(scope, groups[0]),
        years=lambda: shares_over_time(scope),
    )


def _name(scope: Scope, code: str) -> str:
    return {ANY: scope.any_need, EVERYONE: "All looked after"}.get(code, scope.cohort.title)


def _lives(scope: Scope, one: RarePlaces) -> Bar:
    children, beyond = written(one.children, Unit.CHILDREN), written(one.beyond, Unit.SHARE_PCT)
    said = f"{children} children; outside the region {beyond}"
    return lives_bar(_name(scope, one.code), said, one.lives)


def _table(scope: Scope, groups: Sequence[RarePlaces]) -> None:
    areas = ask(places_by_area, scope.now.reader, scope.asked)
    columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
    rows = [TableRow(_name(scope, one.code), _cells(one), is_total=True) for one in groups]
    rows += [TableRow(la_name(code), _cells(area)) for code, area in areas.items() if code]
    st.html(table_html(f"Children {scope.whom}: where they live", "Children of", columns, rows))
    sheet_download(scope.now, "Where children with a rare need live", _where_sheet)


def _cells(one: RarePlaces) -> dict[str, str]:
    counts = {**one.lives, **one.bands}
    return {
        **{code: written(figure, Unit.CHILDREN) for code, figure in counts.items()},
        "children": written(one.children, Unit.CHILDREN),
        "beyond_pct": written(one.beyond, Unit.SHARE_PCT),
        "far_pct": written(one.far, Unit.SHARE_PCT),
    }


def _provides(scope: Scope, own: RarePlaces) -> None:
    number = ask(rare_providers, scope.now.reader, scope.asked)
    if number is None:
        quiet("These children are too few, or with too few providers, to say with how many they live.")
    else:
        quiet(
            f"They live with {scope.now.about}{number:,} known providers: owners on Ofsted's list, else"
            " single homes. A placement without a URN counts to none."
        )
    if not any(figure.value for figure in own.sectors.values()):
        quiet("No kind of provider has enough of these children to show.")
        return
    _sectors(own)


def _sectors(own: RarePlaces) -> None:
    label = dimensions()["sector"].label
    shown = {code: written(figure, Unit.CHILDREN) for code, figure in own.sectors.items()}
    frame = pd.DataFrame(
        [
            {"la_code": code, "name": label(code), "value": figure.value, "shown": shown[code]}
            for code, figure in own.sectors.items()
            if figure.value
        ]
    )
    spec = ranked_bars("Who provides", Unit.CHILDREN.value, frame)
    show_chart(renamed(spec, "Children by kind of provider"), key="r-sectors")
    rows = [TableRow(label(code), {"children": text}) for code, text in shown.items()]
    columns = [TableColumn("children", "Children")]
    show_table("Who provides for them", "Kind of provider", columns, rows)


def _where_sheet(now: Context) -> Sheet:
    asked, headings = scope(now), {"area": "Children of", **_COLUMNS}
    found = {} if isinstance(asked, str) else places_by_area(now.reader, asked.asked)
    groups = () if isinstance(asked, str) else rare_places(now.reader, asked.asked)
    rows = [{"area": _name(asked, one.code), **_cells(one)} for one in groups if not isinstance(asked, str)]
    rows += [{"area": la_name(code), **_cells(area)} for code, area in found.items() if code]
    frame = pd.DataFrame(rows, columns=list(headings))
    return Sheet(frame, headings, now.state.filters, int(frame.isin([HIDDEN]).to_numpy().sum()), SOURCES)
