"""Overview: where do the region's children live, and do its homes keep up?"""

import streamlit as st

from rcc_dash.figures.sentences import overview_sentence
from rcc_dash.queries.headlines import headlines
from rcc_dash.ui.area_panel import area_picture, area_table
from rcc_dash.ui.cached import ask
from rcc_dash.ui.chart_panel import bars_panel, trend_panel
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.map_controls import shade_choice
from rcc_dash.ui.nav import show
from rcc_dash.ui.nothing_loaded import lead_or_missing
from rcc_dash.ui.shell import context
from rcc_dash.ui.shown import show_cards
from rcc_dash.ui.source_line import source_line
from rcc_dash.ui.text import title


def draw() -> None:
    """Draw the page: the answer in a sentence, six figures, a small map and its table."""
    now = context()
    filters = now.state.filters
    values, figures = ask(headlines, now.reader, filters, now.calendar)
    title(now, "Where do the children live, and where are the homes?")
    lead_or_missing(now, overview_sentence(filters, figures, now.about), now.calendar.children)
    show_cards(figures)
    picture, tables = st.columns([3, 2], gap="medium")
    with picture:
        shade_choice(now)
        area_picture(now, values)
    with tables:
        draw_tabs(
            "overview",
            table=lambda: area_table(now, values),
            bars=lambda: bars_panel(now, values),
            years=lambda: trend_panel(now),
        )
    source_line(now, values)


show(draw)
