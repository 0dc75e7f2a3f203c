"""Do what a button asks, and say that it is done or why it could not be."""

from collections.abc import Callable

import streamlit as st

from rcc_dash.ui.faults import fault_words
from rcc_dash.ui.session import put_fault


def tried(action: Callable[[], None], done: str) -> None:
    """Call it as the callback of a button; what went wrong is told where all faults are."""
    try:
        action()
    except Exception as error:  # noqa: BLE001 Streamlit would log its message, which could hold a value
        put_fault(fault_words(error, "That could not be done"))
    else:
        st.toast(done)
