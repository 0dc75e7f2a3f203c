"""Homes and origins: where do children come from, where do they go, and where are the homes?"""

import streamlit as st

from rcc_dash.queries.headlines import values_now
from rcc_dash.ui.area_panel import area_table
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.flow_panel import flow_sentence, flow_table
from rcc_dash.ui.home_panel import home_card, home_table
from rcc_dash.ui.map_controls import map_controls
from rcc_dash.ui.map_panel import map_panel
from rcc_dash.ui.nav import show
from rcc_dash.ui.nothing_loaded import lead_or_missing
from rcc_dash.ui.register_panel import register_table
from rcc_dash.ui.shell import context
from rcc_dash.ui.source_line import source_line
from rcc_dash.ui.text import title


def draw() -> None:
    """Draw the page: a sentence, the map with its controls, and the same numbers as tables."""
    now = context()
    filters, view = now.state.filters, now.state.view
    values = ask(values_now, now.reader, filters, now.calendar)
    title(now, "Where do children come from, and where do they go?", view.focus)
    lead_or_missing(now, flow_sentence(now, values), now.calendar.children)
    map_controls(now)
    picture, tables = st.columns([13, 9], gap="medium")
    with picture:
        map_panel(now)
    with tables:
        home_card(now, values)
        draw_tabs(
            "map",
            areas=lambda: area_table(now, values),
            flows=lambda: flow_table(now, values),
            homes=lambda: home_table(now, values),
        )
    register_table(now, values.day.homes)
    source_line(now, values)


show(draw)
