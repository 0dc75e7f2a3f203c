"""Was this button pressed? Remembered until it is answered, even if the page is drawn again in between."""

from functools import partial
from typing import Literal

import streamlit as st


def button(
    label: str, key: str, *, kind: Literal["primary", "secondary"] = "secondary", disabled: bool = False
) -> bool:
    """Draw a button; gives once whether it was pressed."""
    st.button(label, key=key, type=kind, disabled=disabled, on_click=partial(_note, key))
    return bool(st.session_state.pop(_noted(key), False))


def _note(key: str) -> None:
    st.session_state[_noted(key)] = True


def _noted(key: str) -> str:
    return f"_pressed-{key}"
