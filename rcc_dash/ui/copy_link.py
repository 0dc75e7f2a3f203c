"""Copy the address of this view with one click, and learn whether the screen is narrow."""

from typing import Final

import streamlit as st

from rcc_dash.ui.fields import Field, Kind, Values

_IS_NARROW: Final = "_narrow"
_NARROW, _WIDE = "narrow", "wide"


def copy_link() -> Field:
    """Give the button. The address is the view, so the browser copies its own address."""
    known = _NARROW if is_narrow() else _WIDE
    return Field("link", Kind.LINK, "Copy link", {_NARROW: "", _WIDE: ""}, (known,), _learn)


def is_narrow() -> bool:
    """Say whether the reader's screen is as narrow as a phone's; wide until the browser has said."""
    return bool(st.session_state.get(_IS_NARROW, False))


def _learn(told: Values) -> None:
    st.session_state[_IS_NARROW] = told == (_NARROW,)
