"""Draw figures so that they can be taken away too: cards, charts, small maps and parted bars."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from rcc_dash.domain.headline import Headline
from rcc_dash.figures.cards import cards_html
from rcc_dash.figures.chart_parts import Spec
from rcc_dash.figures.ground import Ground
from rcc_dash.figures.legend import legend_html
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.small_map import SmallMap, small_map
from rcc_dash.figures.take_away_pictures import bars_piece, chart_piece, small_map_piece
from rcc_dash.figures.void_bars import PLACES, Bar, Scheme, bars_html
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.take_away_notes import on_page
from rcc_dash.ui.text import quiet

_PHONE_MAP_PX: Final = (400, 370)


def show_cards(figures: tuple[Headline, ...], *, is_five: bool = False) -> None:
    """Draw a page's key figures."""
    on_page().figures = figures
    cards = cards_html(figures)
    st.html(f'<div class="five">{cards}</div>' if is_five else cards)


def show_chart(spec: Spec, key: str, keys: str = "", **more: object) -> None:
    """Draw a chart; `keys` is the HTML that says beside it what its marks mean, `more` goes to Streamlit."""
    title = str(spec.get("description", "Chart")).split(": ")[0].split(". ")[0].removesuffix(".")
    on_page().note_picture(title, partial(chart_piece, spec, keys))
    st.vega_lite_chart(spec, theme=None, key=key, **more)  # type: ignore[call-overload]


def fitted_small_map(
    region_name: str, ground: Ground, shading: Shading, wide_px: tuple[int, int], focus: str = ""
) -> SmallMap:
    """Draw a small map of this size, or on a phone of one in which its names can still be read."""
    return small_map(region_name, ground, shading, _PHONE_MAP_PX if is_narrow() else wide_px, focus)


def show_small_map(drawn: SmallMap, *, has_legend: bool = True) -> None:
    """Draw a plain map with its legend under it."""
    on_page().note_picture(drawn.alt.split(". ")[0], partial(small_map_piece, drawn))
    st.html(drawn.img_html())
    if drawn.beside:
        quiet(drawn.beside)
    if has_legend:
        st.html(legend_html(drawn.legend))


def show_bars(title: str, bars: Sequence[Bar], scheme: Scheme = PLACES) -> None:
    """Draw parted bars with their key."""
    on_page().note_picture(title, partial(bars_piece, bars, scheme))
    st.html(bars_html(title, bars, scheme))
