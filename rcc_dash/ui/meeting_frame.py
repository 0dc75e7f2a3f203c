"""A view as a room sees it: large, without controls, the agenda's words above it. The address says which.

Every step has its address, so the browser's history is the way through the meeting, and a link to any
step opens it. Keys press the same links (`meeting_keys/keys.js`).
"""

from dataclasses import replace
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

import streamlit as st

from rcc_dash.domain.agenda import Meeting
from rcc_dash.domain.links import State, read_stop
from rcc_dash.domain.view_words import filter_words
from rcc_dash.ui.meeting_agenda import agenda, agenda_query, entry_at, stop_query
from rcc_dash.ui.nav import page_by_code
from rcc_dash.ui.session import open_view

_HERE: Final = Path(__file__).parent


def meeting_frame(page: str, state: State, dates: tuple[date, ...], tag: str) -> None:
    """Draw what stands above and beside a view that is presented, with its data's mark; nothing for none."""
    with st.container(key="meeting-frame"):
        if not state.meeting.is_on:
            return
        st.html(_HERE / "present.css")
        _words(state, dates[-1] if dates else None, tag)
        with st.container(horizontal=True, key="meeting-ways", vertical_alignment="center"):
            _ways(page, state, dates)
        _component()(key="meeting-keys")


def _words(state: State, latest: date | None, tag: str) -> None:
    entry, meeting = entry_at(state.meeting), state.meeting
    title = entry.title if entry else ""
    parts = [
        f'<p class="slide-title">{escape(title)}</p>' if title else "",
        f'<p class="slide-note">{escape(entry.note)}</p>' if entry and entry.note else "",
    ]
    step = f"{meeting.step} of {len(meeting.stops)}. " if meeting.stops else ""
    named = f"{agenda().title}. " if agenda().title and meeting.stops else ""
    line = escape(f"{named}{step}{filter_words(state.filters, latest)}.")
    st.html("".join((*parts, f'<p class="slide-line">{line} {tag}</p>')))


def _ways(page: str, state: State, dates: tuple[date, ...]) -> None:
    meeting = state.meeting
    for name, label, step in (("back", "Back", meeting.step - 1), ("next", "Next", meeting.step + 1)):
        with st.container(key=f"meeting-{name}", width="content"):
            if 0 < step <= len(meeting.stops):
                _way(page, label, meeting.at(step), dates)
    with st.container(key="meeting-leave", width="content"):
        if meeting.stops:
            st.page_link(page_by_code("meeting"), label="Leave", query_params=agenda_query(state))
        else:
            st.button("Leave", key="meeting-ends", on_click=open_view, args=(state.alone,))


def _way(page: str, label: str, to: Meeting, dates: tuple[date, ...]) -> None:
    """Draw the way to another step: a link; within one page a button, which changes the address too."""
    stop = to.stops[to.step - 1]
    if stop.page != page:
        st.page_link(page_by_code(stop.page), label=label, query_params=stop_query(stop, to))
        return
    there = replace(read_stop(stop, dates)[0], meeting=to)
    st.button(label, key=f"meeting-goes-{label.lower()}", on_click=open_view, args=(there,))


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component(
        "rcc_meeting_keys", js=(_HERE / "meeting_keys" / "keys.js").read_text(encoding="utf-8")
    )
