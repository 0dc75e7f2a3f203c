"""What can be done with the page that is open: take it away, keep it, share it."""

from typing import Final

import streamlit as st

from rcc_dash.ui import take_away_notes
from rcc_dash.ui.copy_link import copy_link
from rcc_dash.ui.fields import Part, draw_fields
from rcc_dash.ui.menus import is_open, menu, panel_of

TAKE_AWAY: Final = "take-away"
THIS_VIEW: Final = "view-menu"
_PANEL: Final = "top-panel"
_LOAD: Final = "load"
"""The one page that tells nothing of its own: files are brought there."""


def top_doings(page: str, *, is_exact: bool) -> None:
    """Draw the buttons of a page, by the stem of its file, and begin to note what can be taken away of it."""
    taken = [menu(TAKE_AWAY, "Take away", _PANEL)] if page != _LOAD else []
    kept = menu(THIS_VIEW, "This view", _PANEL)
    draw_fields("top-doings", [Part([*taken, kept, copy_link()])])
    take_away_notes.begin(is_exact=is_exact, place=panel_of((TAKE_AWAY, THIS_VIEW), _PANEL))


def nothing_to_take_away() -> None:
    """Say so in the open menu of a page that has not come to its end: nothing it asks for is loaded."""
    page = take_away_notes.on_page()
    if is_open(TAKE_AWAY) and not page.source:
        with page.place:
            st.html('<p class="quiet">There is nothing on this page to take away yet.</p>')
