"""Two maps side by side with one legend, and the same numbers as a table."""

from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.filters import Filters
from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.compare import (
    Side,
    difference_columns,
    difference_rows,
    joint_legend,
    two_shadings,
)
from rcc_dash.figures.legend import legend_html
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.small_map import SmallMap
from rcc_dash.ui.compare_scope import Scope
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.shown import fitted_small_map, show_small_map

_PICTURE_PX: Final = (600, 430)


def maps(asked: Scope) -> None:
    """Draw both maps in the same classes, each under its name, and one legend for both."""
    one, other = two_shadings(asked.measure, asked.one, asked.other)
    drawn = (
        _drawn(asked.one, asked.filters, one),
        _drawn(asked.other, asked.other_filters, other),
    )
    sides = (asked.one, asked.other)
    for column, side, picture in zip(st.columns(2, gap="medium"), sides, drawn, strict=True):
        with column:
            st.html(f"<h2>{escape(side.heading)}</h2>")
            show_small_map(picture, has_legend=False)
    st.html(legend_html(joint_legend(*(picture.legend for picture in drawn))))


def table(asked: Scope) -> None:
    """Draw both figures of each area and their difference."""
    rows = difference_rows(asked.measure, asked.one, asked.other)
    columns = difference_columns(asked.one, asked.other)
    show_table(asked.measure.label, "Local authority", columns, rows)


def _drawn(side: Side, filters: Filters, shading: Shading) -> SmallMap:
    ground = region_ground(filters.cooperative.la_codes)
    return fitted_small_map(side.name, ground, shading, _PICTURE_PX)
