"""The agenda: its views in order, each with a title and a note, and the way to present it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.agenda import Agenda, Entry, Meeting, Stop
from rcc_dash.domain.choices import Choices
from rcc_dash.domain.links import State, read_stop, stop_of
from rcc_dash.domain.own_words import MAX_TITLE, tidy_note, tidy_title
from rcc_dash.domain.view_words import titled, view_words
from rcc_dash.domain.words import counted
from rcc_dash.ui.entry_words import entry_words
from rcc_dash.ui.meeting_agenda import agenda, change_agenda, stop_query
from rcc_dash.ui.nav import page_by_code
from rcc_dash.ui.session import Bound
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_EMPTY: Final = (
    "Nothing yet. On any page open “This view” and add it to the agenda; or begin with an agenda of six"
    " views and change it."
)
_SIX: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "overview": (),
    "homes_and_origins": (),
    "distance": (("d-part", "where"),),
    "voids": (),
    "rare": (("r-part", "pool"),),
    "compare": (),
}
"""Pages to begin with, and the part of each."""


def lead_words() -> str:
    """Say what is on the agenda."""
    found = agenda()
    if not found.entries:
        return "The agenda is empty."
    named = f"“{found.title}” has" if found.title else "The agenda has"
    return f"{named} {counted(len(found.entries), 'view', 'views')}."


def editor(now: Context) -> None:
    """Draw the views with their words, and what can be done with each of them."""
    found = agenda()
    if not found.entries:
        quiet(_EMPTY)
        state = State(now.state.filters)
        six = tuple(
            Entry(stop_of(page, replace(state, choices=Choices(part)))) for page, part in _SIX.items()
        )
        st.button("Begin with six views", key="agenda-six", on_click=change_agenda, args=(Agenda("", six),))
        return
    _head(found)
    for place, entry in enumerate(found.entries):
        _entry(now, found, place, entry)


def _head(found: Agenda) -> None:
    with st.container(horizontal=True, key="agenda-head", vertical_alignment="bottom"):
        widget = Bound[str]("w-agenda-title")
        st.text_input(
            "Title of the agenda",
            key=widget.show(found.title),
            max_chars=MAX_TITLE,
            on_change=widget.take(lambda text: change_agenda(Agenda(tidy_title(text), agenda().entries))),
            width=360,
        )
        first = found.entries[0].stop
        st.page_link(
            page_by_code(first.page), label="Present", query_params=stop_query(first, Meeting(found.stops, 1))
        )


def _entry(now: Context, found: Agenda, place: int, entry: Entry) -> None:
    state, notices = read_stop(entry.stop, now.calendar.dates)
    with st.container(border=True, key=f"stop-{place}", gap="xsmall"):
        st.html(f"<h2>{place + 1}. {escape(titled(entry, state))}</h2>")
        own = [entry.note, view_words(entry.stop.page, state) if entry.title else ""]
        for words in (*own, *(notice.text for notice in notices)):
            if words:
                quiet(words)
        with st.expander("Title and note", key=f"stop-words-{place}"):
            entry_words("Title", "stop", place, entry, partial(_reword, place))
        with st.container(horizontal=True, key=f"stop-ways-{place}", vertical_alignment="center"):
            _ways(found, place, entry.stop)


def _reword(place: int, title: str, note: str) -> None:
    change_agenda(agenda().worded(place, tidy_title(title), tidy_note(note)))


def _ways(found: Agenda, place: int, stop: Stop) -> None:
    moves = (
        ("Earlier", found.moved(place, -1), place > 0),
        ("Later", found.moved(place, 1), place + 1 < len(found.entries)),
    )
    for label, changed, is_open in moves:
        st.button(
            label,
            key=f"stop-{label.lower()}-{place}",
            disabled=not is_open,
            on_click=change_agenda,
            args=(changed,),
        )
    st.button("Take out", key=f"stop-out-{place}", on_click=change_agenda, args=(found.without(place),))
    st.page_link(page_by_code(stop.page), label="Open", query_params=dict(stop.query))
    st.page_link(
        page_by_code(stop.page),
        label="Present from here",
        query_params=stop_query(stop, Meeting(found.stops, place + 1)),
    )
