"""An agenda as a small file: saved to share it with its titles and notes, and opened again."""

from datetime import UTC, datetime
from typing import Final

import streamlit as st

from rcc_dash.domain.agenda_file import agenda_file, read_agenda
from rcc_dash.ui.faults import fault_words
from rcc_dash.ui.meeting_agenda import agenda, change_agenda
from rcc_dash.ui.session import put_fault
from rcc_dash.ui.shell import Context, context
from rcc_dash.ui.text import quiet

_UPLOADS: Final = "_agenda_uploads"
_TOLD: Final = "_agenda_told"
_MOST_MB: Final = 1


def agenda_files(now: Context) -> None:
    """Draw the ways to save the agenda as a file and to open one, and what an opened one lacked."""
    today = datetime.now(UTC).date()
    with st.container(horizontal=True, key="agenda-files", vertical_alignment="bottom"):
        if now.state.meeting.stops:
            st.download_button(
                "Agenda as a file",
                data=agenda_file(agenda(), today),
                file_name=f"agenda_{today:%Y-%m-%d}.json",
                mime="application/json",
                on_click="ignore",
                key="agenda-save",
            )
        key = f"agenda-open-{st.session_state.get(_UPLOADS, 0)}"
        st.file_uploader(
            "Open an agenda file",
            type="json",
            key=key,
            on_change=_opened,
            args=(key,),
            max_upload_size=_MOST_MB,
        )
    for words in st.session_state.pop(_TOLD, ()):
        quiet(words)


def _opened(key: str) -> None:
    """Take over what a file holds; the uploader is then a new one, which holds no file."""
    file = st.session_state[key]
    if file is None:
        return
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1
    _take(file.getvalue())


def _take(held: bytes) -> None:
    try:
        found, notices = read_agenda(held, context().calendar.dates)
    except Exception as error:  # noqa: BLE001 Streamlit would log its message, which could hold a value
        put_fault(fault_words(error, "The agenda could not be opened"))
        return
    change_agenda(found)
    st.session_state[_TOLD] = tuple(notice.text for notice in notices)
