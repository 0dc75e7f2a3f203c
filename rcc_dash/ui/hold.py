"""Hold the data: filters that are changed meanwhile wait, so that a room sees one step and not five.

Moving the map never asks for data; shading and layers of the map go on working. What is held is what
the address says, so that a link copied meanwhile shows what the screen shows.
"""

from dataclasses import replace
from html import escape
from typing import Final, cast

import streamlit as st

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import State
from rcc_dash.domain.view_words import filter_words
from rcc_dash.ui import session

_HELD: Final = "_held"


def shown() -> State:
    """Give what is shown: what was chosen, with the filters that are held in place of the chosen ones."""
    held = _held()
    return replace(session.state(), filters=held) if held else session.state()


def release() -> None:
    """Show what was chosen meanwhile."""
    st.session_state.pop(_HELD, None)


def hold() -> None:
    """Hold the data as they are shown now."""
    st.session_state[_HELD] = session.state().filters


def held_strip() -> None:
    """Draw, while data are held, what waits and the two ways out."""
    held = _held()
    if not held:
        return
    waiting = session.state().filters
    what = f"Waiting: {filter_words(waiting)}." if waiting != held else "Choose filters: they wait."
    with st.container(horizontal=True, key="held", vertical_alignment="center"):
        st.html('<p class="strip strip-held" role="status">The data are held as they are.</p>')
        st.html(f'<p class="quiet">{escape(what)}</p>', width="content")
        st.button(
            "Show what waits" if waiting != held else "Hold no longer", key="hold-show", on_click=release
        )
        if waiting != held:
            st.button("Drop it", key="hold-drop", type="tertiary", on_click=_drop, args=(held,))


def _drop(held: Filters) -> None:
    release()
    session.set_filters(held)


def _held() -> Filters | None:
    return cast("Filters | None", st.session_state.get(_HELD))
