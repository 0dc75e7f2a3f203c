"""How the map is looked at: direction of flows, shading, layers, how many flows, and the focus."""

from dataclasses import replace

import streamlit as st

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.measures import AREA_MEASURES, measures
from rcc_dash.domain.places import la_name
from rcc_dash.domain.views import LAYER_LABELS, MODE_LABELS, TOP_RANGE, Focus, MapView, Mode
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.session import Bound, set_view, state


def map_controls(filters: Filters, view: MapView) -> None:
    """Draw the line of controls above the map; behind one button on a phone."""
    if is_narrow():
        with st.popover("What the map shows", key="map-controls-narrow"):
            _controls(filters, view)
        return
    with st.container(horizontal=True, key="map-controls", vertical_alignment="bottom"):
        _controls(filters, view)


def _controls(filters: Filters, view: MapView) -> None:
    _focus(filters, view)
    shade_choice(view)
    _layers(view)
    if "flows" in view.layers:
        _mode(view)
        _top(view)


def _focus(filters: Filters, view: MapView) -> None:
    widget = Bound[str]("w-focus")
    options = ["", *filters.la_codes]
    if view.focus.la_code and view.focus.la_code not in options:
        options.append(view.focus.la_code)
    st.selectbox(
        "Focus on",
        options,
        format_func=lambda code: la_name(code) if code else "The whole area",
        key=widget.show(view.focus.la_code),
        on_change=widget.take(lambda code: set_view(replace(state().view, focus=Focus(la_code=code)))),
        width=170,
    )


def shade_choice(view: MapView) -> None:
    """Draw the choice of the figure that areas are shaded by."""
    widget = Bound[str]("w-shade")
    st.selectbox(
        "Shade areas by",
        AREA_MEASURES,
        format_func=lambda code: measures()[code].label,
        key=widget.show(view.shade),
        on_change=widget.take(lambda code: set_view(replace(state().view, shade=code))),
        width=230,
    )


def _layers(view: MapView) -> None:
    widget = Bound[list[str]]("w-layers")
    st.pills(
        "Show",
        list(LAYER_LABELS),
        selection_mode="multi",
        default=None,
        format_func=LAYER_LABELS.__getitem__,
        key=widget.show(list(view.layers)),
        on_change=widget.take(lambda codes: set_view(replace(state().view, layers=tuple(codes)))),
    )


def _mode(view: MapView) -> None:
    widget = Bound[Mode]("w-mode")
    st.segmented_control(
        "Flows",
        list(Mode),
        required=True,
        format_func=MODE_LABELS.__getitem__,
        key=widget.show(view.mode),
        on_change=widget.take(lambda mode: set_view(replace(state().view, mode=mode))),
    )


def _top(view: MapView) -> None:
    widget = Bound[int]("w-top")
    low, high = TOP_RANGE
    st.slider(
        "Largest flows shown",
        low,
        high,
        step=5,
        key=widget.show(view.top),
        on_change=widget.take(lambda top: set_view(replace(state().view, top=top))),
        width=140,
    )
