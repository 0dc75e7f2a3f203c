"""The areas of a region as a picture and as a table of the same numbers."""

from typing import Final

import streamlit as st

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import measures
from rcc_dash.domain.places import la_name
from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.map_frames import shading_of
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.queries.area_values import AreaValues
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.ui.map_downloads import areas_download
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import fitted_small_map, show_small_map

_PICTURE_PX: Final = (720, 470)
_COLUMNS: Final = ("outside", "far", "children", "homes", "places")
"""Figures that the table always has, besides the shaded one."""


def area_table(now: Context, values: AreaValues) -> None:
    """Draw every figure of every area, the shaded one first, the total on top; and offer it as a file."""
    filters, focus = now.state.filters, now.state.view.focus
    codes = list(dict.fromkeys((now.shade, *_COLUMNS)))
    columns = [TableColumn(code, measures()[code].short_label) for code in codes]
    total = _row(filters.area_phrase(), values.figures[ALL_AREAS], is_total=True)
    rows = [
        _row(la_name(code), values.figures[code], is_chosen=code == focus.la_code)
        for code in sorted(filters.la_codes, key=lambda code: _rank(values.figures[code][now.shade], code))
    ]
    # One LA alone is its own total.
    shown = [total, *rows] if len(rows) > 1 else [total]
    st.html(table_html("Areas, by the shaded figure", "Local authority", columns, shown))
    areas_download(now)


def _row(
    name: str, figures: dict[str, Figure], *, is_chosen: bool = False, is_total: bool = False
) -> TableRow:
    cells = {code: written(figure, measures()[code].unit) for code, figure in figures.items()}
    return TableRow(name, cells, is_chosen=is_chosen, is_total=is_total)


def _rank(figure: Figure, code: str) -> tuple[bool, float, str]:
    """Largest first; what cannot be shown goes last by name, so that its place tells nothing."""
    return (figure.value is None, -(figure.value or 0.0), la_name(code))


def area_picture(now: Context, values: AreaValues) -> None:
    """Draw the areas shaded by the chosen figure as a plain picture, with its legend under it."""
    filters, focus = now.state.filters, now.state.view.focus
    figures = {code: values.figures[code][now.shade] for code in filters.la_codes}
    shading = shading_of(measures()[now.shade], figures)
    base = region_ground(filters.cooperative.la_codes)
    picture = fitted_small_map(filters.area_words(), base, shading, _PICTURE_PX, focus.la_code)
    show_small_map(picture)
