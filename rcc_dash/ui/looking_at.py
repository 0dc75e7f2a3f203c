"""The panel “What am I looking at?”: opened on any page, drawn when the page has said what it shows."""

from typing import Final

import streamlit as st

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.links import State
from rcc_dash.domain.measures import measures
from rcc_dash.figures.looking_at import Seen, looking_at_html
from rcc_dash.figures.protection import protection_html, treated_words
from rcc_dash.ui.take_away_notes import on_page

_OPEN: Final = "_looking_at"


def open_panel() -> None:
    """Open the panel with the next drawing."""
    st.session_state[_OPEN] = True


def looking_at(page: str, state: State, rule: Rule) -> None:
    """Draw the panel of a page, by the stem of its file, if it was asked for."""
    if st.session_state.pop(_OPEN, False):
        noted = on_page()
        seen = Seen(
            page,
            state,
            measures()[state.view.shade],
            noted.question,
            noted.sentence,
            noted.source,
            treated_words(rule),
        )
        _panel(seen, rule)


@st.dialog("What am I looking at?", width="medium")
def _panel(seen: Seen, rule: Rule) -> None:
    st.html(looking_at_html(seen))
    st.html(protection_html(rule))
