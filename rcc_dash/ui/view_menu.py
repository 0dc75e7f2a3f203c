"""What can be done with the view that is open: present it, keep it, compare it, hold it, ask what it is.

Nothing of it is drawn before it is opened: it would be a fifth of what every filter sends.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.agenda import VIEW_PAGES, Entry, Meeting
from rcc_dash.domain.links import State, encode, stop_of
from rcc_dash.domain.view_words import view_words
from rcc_dash.ui import hold, looking_at, tour
from rcc_dash.ui.meeting_agenda import add_view, agenda
from rcc_dash.ui.menus import is_open, shut
from rcc_dash.ui.nav import page_by_code
from rcc_dash.ui.saved_mine import keep, may_save
from rcc_dash.ui.session import open_view
from rcc_dash.ui.take_away_notes import on_page
from rcc_dash.ui.top_doings import THIS_VIEW
from rcc_dash.ui.tried import tried

_NAME, _NOTE = "view-name", "view-note"
_COMPARE: Final = "compare"
NO_CHILD: Final = "Never anything that tells who a child is."


def view_menu(page: str, state: State) -> None:
    """Draw what the menu of a page offers, by the stem of its file, if it is open."""
    if is_open(THIS_VIEW):
        with on_page().place:
            _offers(page, state)


def _offers(page: str, state: State) -> None:
    if page in VIEW_PAGES:
        _first(page, state)
    with st.container(horizontal=True, key="view-ways", gap="xsmall"):
        if page in VIEW_PAGES:
            _ways(page, state)
        st.button("What am I looking at?", key="view-what", on_click=_leaving(looking_at.open_panel))
        st.button("Take the tour", key="view-tour", on_click=_leaving(tour.start))
    if page in VIEW_PAGES and may_save():
        _save_form(Entry(stop_of(page, state)))


def _leaving(act: Callable[[], None]) -> Callable[[], None]:
    """Close the menu with what is done: it leads elsewhere, and the menu would stay open over it."""

    def done() -> None:
        shut()
        act()

    return done


def _first(page: str, state: State) -> None:
    st.html(f'<p class="quiet">{escape(view_words(page, state))}</p>')
    with st.container(key="view-links", gap="xsmall"):
        presented = replace(state.alone, meeting=Meeting((), 1))
        present = _leaving(partial(open_view, presented))
        st.button("Present it", key="view-present", type="primary", on_click=present)
        if page != _COMPARE:
            beside = encode(state.carried)
            st.page_link(page_by_code(_COMPARE), label="Compare with the year before", query_params=beside)


def _ways(page: str, state: State) -> None:
    add = partial(add_view, Entry(stop_of(page, state)))
    count = len(agenda().entries)
    st.button(
        f"Add to the agenda{f' ({count} so far)' if count else ''}",
        key="view-add",
        on_click=partial(tried, add, "The view is on the agenda."),
    )
    st.button("Hold the data", key="view-hold", on_click=hold.hold, help="Filters wait until you say so.")


def _save_form(entry: Entry) -> None:
    with st.form("view-save", border=False, clear_on_submit=True):
        st.html("<h2>Save it</h2>")
        st.text_input("Name", key=_NAME, max_chars=80, placeholder="Far from home, Bolton")
        st.text_area("Note", key=_NOTE, max_chars=600, height=90, help=NO_CHILD)
        save = partial(tried, partial(_save, entry), "The view is saved.")
        st.form_submit_button("Save the view", on_click=save)
        st.html('<p class="quiet">It re-opens with protected figures, whatever is shown now.</p>')


def _save(entry: Entry) -> None:
    keep(Entry(entry.stop, str(st.session_state[_NAME]), str(st.session_state[_NOTE])))
