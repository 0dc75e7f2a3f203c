"""Which views does this reader's meeting look at? Kept for their session; their page has them in its link."""

from dataclasses import replace
from typing import Final, cast

import streamlit as st

from rcc_dash.domain.agenda import MAX_STOPS, Agenda, Entry, Meeting, Stop
from rcc_dash.domain.link_meeting import meeting_pairs
from rcc_dash.domain.links import State, encode
from rcc_dash.domain.saved import by_stop
from rcc_dash.errors import UserError
from rcc_dash.ui import session
from rcc_dash.ui.saved_mine import my_views

MEETING: Final = "Meeting"
"""The page on which an agenda is put together."""

_AGENDA: Final = "_agenda"


def agenda() -> Agenda:
    """Give the views chosen so far, with their words."""
    return cast("Agenda", st.session_state.get(_AGENDA, Agenda()))


def follow_link(page: str) -> None:
    """Take over the agenda that the address holds, on the page Meeting and wherever one is presented."""
    meeting = session.state().meeting
    if meeting.stops != agenda().stops and (page == MEETING or meeting.stops):
        st.session_state[_AGENDA] = agenda().following(meeting.stops, _known())


def change_agenda(changed: Agenda) -> None:
    """Look at other views, or call them otherwise; the page Meeting follows with its address."""
    st.session_state[_AGENDA] = changed
    if session.state().meeting.stops or session.page() == MEETING:
        session.set_meeting(Meeting(changed.stops))


def add_view(entry: Entry) -> None:
    """Add a view at the end; raises UserError where the agenda is full."""
    if len(agenda().entries) >= MAX_STOPS:
        raise UserError(
            title="The agenda is full",
            what=f"{MAX_STOPS} views fit.",
            fix="Take one out on the page Meeting.",
        )
    change_agenda(agenda().with_entry(entry))


def entry_at(meeting: Meeting) -> Entry | None:
    """Give the view that is presented with its words; None where a view is presented by itself."""
    if not meeting.stops:
        return None
    stop = meeting.stops[meeting.step - 1]
    return next((entry for entry in agenda().entries if entry.stop == stop), Entry(stop))


def agenda_query(state: State) -> dict[str, str]:
    """Give the address's query for the page Meeting: what is looked at, and the agenda."""
    return encode(replace(state.carried, meeting=Meeting(agenda().stops)))


def stop_query(stop: Stop, meeting: Meeting) -> dict[str, str]:
    """Give the address's query of one view while it is presented."""
    return {**dict(stop.query), **{key: value for key, value in meeting_pairs(meeting).items() if value}}


def _known() -> dict[Stop, Entry]:
    """Give what this reader calls the views that they keep; nothing where these cannot be read."""
    try:
        return by_stop(my_views())
    except UserError:
        return {}
