"""A view as a room sees it: large, without controls, the agenda's words above it. The address says which.

Next, Back and Leave are links, so the browser's history is the way through the meeting, and a link to
any step opens it. Keys press the same links (`meeting_keys/keys.js`).
"""

from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

import streamlit as st

from rcc_dash.domain.agenda import Meeting, Stop
from rcc_dash.domain.links import State, encode
from rcc_dash.domain.view_words import filter_words
from rcc_dash.ui.meeting_agenda import agenda, agenda_query, entry_at, stop_query
from rcc_dash.ui.nav import page_by_code

_HERE: Final = Path(__file__).parent


def meeting_frame(page: str, state: State, tag: str) -> None:
    """Draw what stands above and beside a view that is presented; nothing where none is."""
    with st.container(key="meeting-frame"):
        if not state.meeting.is_on:
            return
        st.html(_HERE / "present.css")
        _words(state, tag)
        with st.container(horizontal=True, key="meeting-ways", vertical_alignment="center"):
            _ways(page, state)
        _component()(key="meeting-keys")


def _words(state: State, tag: str) -> None:
    entry, meeting = entry_at(state.meeting), state.meeting
    title = entry.title if entry else ""
    parts = [
        f'<p class="slide-title">{escape(title)}</p>' if title else "",
        f'<p class="slide-note">{escape(entry.note)}</p>' if entry and entry.note else "",
    ]
    step = f"{meeting.step} of {len(meeting.stops)}. " if meeting.stops else ""
    named = f"{agenda().title}. " if agenda().title and meeting.stops else ""
    line = escape(f"{named}{step}{filter_words(state.filters)}.")
    mark = f' <span class="tag">{escape(tag)}</span>' if tag else ""
    st.html("".join((*parts, f'<p class="slide-line">{line}{mark}</p>')))


def _ways(page: str, state: State) -> None:
    meeting = state.meeting
    _way("back", "Back", _at(meeting, meeting.step - 1))
    _way("next", "Next", _at(meeting, meeting.step + 1))
    with st.container(key="meeting-leave", width="content"):
        if meeting.stops:
            st.page_link(page_by_code("meeting"), label="Leave", query_params=agenda_query(state))
        else:
            st.page_link(page_by_code(page), label="Leave", query_params=encode(state.alone))


def _at(meeting: Meeting, step: int) -> tuple[Stop, Meeting] | None:
    there = 0 < step <= len(meeting.stops)
    return (meeting.stops[step - 1], meeting.at(step)) if there else None


def _way(name: str, label: str, to: tuple[Stop, Meeting] | None) -> None:
    with st.container(key=f"meeting-{name}", width="content"):
        if to:
            st.page_link(page_by_code(to[0].page), label=label, query_params=stop_query(*to))


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component(
        "rcc_meeting_keys", js=(_HERE / "meeting_keys" / "keys.js").read_text(encoding="utf-8")
    )
