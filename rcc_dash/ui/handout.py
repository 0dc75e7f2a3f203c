"""The agenda on paper: every view as it is presented, one a page, with its words, its source and its date.

Each view is drawn by the app itself in a frame of its own, protected, and fitted to the page; so what is
printed is what is shown. Only the browser prints: nothing is made on the server.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from rcc_dash.domain.agenda import Entry
from rcc_dash.domain.links import read_stop
from rcc_dash.domain.view_words import titled
from rcc_dash.ui.meeting_agenda import agenda
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_FOLDER: Final = Path(__file__).parent / "handout_frames"


def handout(now: Context) -> None:
    """Draw the hand-out: a button that prints, and each page of paper below each other."""
    found = agenda()
    if not found.entries:
        quiet("The agenda is empty: there is nothing to print. Put views on it under “Agenda” first.")
        return
    st.html(_FOLDER / "frames.css")
    _component()(
        key="handout",
        data={"title": found.title, "views": [_view(now, entry) for entry in found.entries]},
    )


def _view(now: Context, entry: Entry) -> dict[str, str]:
    state, _ = read_stop(entry.stop, now.calendar.dates)
    query = {**dict(entry.stop.query), "present": "1"}
    return {
        "title": titled(entry, state, max(now.calendar.dates, default=None)),
        "note": entry.note,
        "address": f"{entry.stop.page}?{urlencode(query)}",
    }


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component(
        "rcc_handout", js=(_FOLDER / "frames.js").read_text(encoding="utf-8"), isolate_styles=False
    )
