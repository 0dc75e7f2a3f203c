"""The panel “What am I looking at?”: opened on any page, drawn when the page has said what it shows."""

from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.links import State, encode
from rcc_dash.domain.measures import measures
from rcc_dash.domain.register_figures import figure_code
from rcc_dash.domain.registered import EVERYTHING
from rcc_dash.figures.looking_at import SHADED, Seen, looking_at_html
from rcc_dash.figures.protection import protection_html, treated_words
from rcc_dash.ui.nav import page_by_code
from rcc_dash.ui.take_away_notes import on_page

_METHODS: Final = "methods"
ENTRIES: Final = {
    "distance": "worked_distance_from_home",
    "voids": "worked_void_an_empty_place",
    "rare": "worked_known_for",
    "data": "protected_rounding",
}
"""The entry of the methods that says most of a page without a shaded map."""
_OPEN: Final = "_looking_at"


def open_panel() -> None:
    """Open the panel with the next drawing."""
    st.session_state[_OPEN] = True


def looking_at(page: str, state: State, shade: str, latest: date | None, rule: Rule) -> None:
    """Draw the panel of a page, by the stem of its file and the shaded figure, if it was asked for.

    `latest` is the date of a view that has none of its own.
    """
    if st.session_state.pop(_OPEN, False):
        noted = on_page()
        seen = Seen(
            page,
            state,
            latest,
            measures()[shade],
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
    with st.container(key="method-ways"):
        st.page_link(
            page_by_code(_METHODS),
            label="How the numbers are worked out",
            icon=":material/menu_book:",
            query_params=_entry_of(seen),
        )


def _entry_of(seen: Seen) -> dict[str, str]:
    """Give the query of the methods: at the figure that areas are shaded by, else at the page's entry."""
    code = figure_code(seen.measure.code) if seen.page in SHADED else ENTRIES.get(seen.page, EVERYTHING)
    return encode(replace(seen.state.carried, choices=seen.state.choices.having("m-of", code)))
