"""The views that a reader keeps: opened, named, moved, removed, compared, put on the agenda."""

from dataclasses import replace
from datetime import date
from functools import partial
from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.links import encode, read_stop
from rcc_dash.domain.saved import SavedView
from rcc_dash.domain.view_words import view_words
from rcc_dash.domain.words import counted, short_date
from rcc_dash.ui.entry_words import entry_words
from rcc_dash.ui.meeting_agenda import add_view
from rcc_dash.ui.nav import page_by_code
from rcc_dash.ui.saved_mine import may_save, move, my_views, remove, reword
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet
from rcc_dash.ui.tried import tried

_NONE: Final = "None yet. On any page open “This view”, give it a name and save it."
_NOBODY: Final = "Views are kept for people who sign in. Copy links instead, or save the agenda as a file."
_WHERE: Final = "Kept in the data folder of this machine: links and your words, no figures."


def saved_panel(now: Context) -> None:
    """Draw the list, and for each view what can be done with it."""
    views = my_views()
    if not views:
        quiet(_NONE if may_save() else _NOBODY)
        return
    quiet(f"{counted(len(views), 'view', 'views')}. {_WHERE} Each re-opens with protected figures.")
    for place, view in enumerate(views):
        with st.container(border=True, key=f"saved-{place}", gap="xsmall"):
            _view(now, place, view)


def _view(now: Context, place: int, view: SavedView) -> None:
    state, notices = read_stop(view.entry.stop, now.calendar.dates)
    st.html(f"<h2>{escape(view.entry.title)}</h2>")
    quiet(f"{view_words(view.entry.stop.page, state)}. Saved on {_day(view)}.")
    for notice in notices:
        quiet(notice.text)
    if view.entry.note:
        quiet(view.entry.note)
    with st.expander("Name and note", key=f"saved-words-{place}"):
        entry_words("Name", "saved", view.number, view.entry, partial(reword, view.number))
    with st.container(horizontal=True, key=f"saved-ways-{place}", vertical_alignment="center"):
        st.page_link(page_by_code(view.entry.stop.page), label="Open", query_params=encode(state))
        compared = replace(now.state.carried, other=state.filters)
        st.page_link(
            page_by_code("compare"), label="Compare with the filters above", query_params=encode(compared)
        )
        _ways(view)


def _ways(view: SavedView) -> None:
    for label, key, action, done in (
        ("Add to the agenda", "add", partial(add_view, view.entry), "The view is on the agenda."),
        ("Up", "up", partial(move, view.number, -1), "The view is moved up."),
        ("Down", "down", partial(move, view.number, 1), "The view is moved down."),
        ("Remove", "out", partial(remove, view.number), "The view is removed."),
    ):
        st.button(label, key=f"saved-{key}-{view.number}", on_click=tried, args=(action, done))


def _day(view: SavedView) -> str:
    return short_date(date.fromisoformat(view.saved_on))
