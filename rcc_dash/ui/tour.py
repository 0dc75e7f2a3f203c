"""A short tour of what is where: offered once in each browser, and replayed from the menu of any page.

It is drawn by the browser alone: no step asks the server for anything, and nothing is fetched from elsewhere.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from rcc_dash.reference.tables import rows

_FOLDER: Final = Path(__file__).parent / "tour_card"
_RUNS: Final = "_tour_runs"


def start() -> None:
    """Begin the tour with the next drawing."""
    st.session_state[_RUNS] = st.session_state.get(_RUNS, 0) + 1


def tour(*, may_offer: bool) -> None:
    """Mount the tour; where it may, it offers itself to whoever has not seen it in this browser."""
    _component()(
        key="tour-card",
        data={
            "steps": list(rows("tour")),
            "css": _text("tour.css"),
            "run": st.session_state.get(_RUNS, 0),
            "offer": may_offer,
        },
    )


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component("rcc_tour", js=_text("tour.js"))


@cache
def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
