"""Which menu of a page is open? What a menu offers is drawn only while it is, and one is open at a time.

Its button is a field (`ui.fields`): Streamlit draws the closed button of a menu of its own in thirty pieces,
anew at every click anywhere (decisions/0033).
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Final

import streamlit as st

from rcc_dash.ui import session
from rcc_dash.ui.fields import Field, Kind, Values

OPEN: Final = "open"
_SHUT: Final = "shut"
_MENU: Final = "_menu"


def menu(name: str, words: str, panel: str = "") -> Field:
    """Give the button of a menu; `panel` is the box over the page that it opens (none: what comes next)."""

    def take(chosen: Values) -> None:
        if chosen == (OPEN,):
            st.session_state[_MENU] = (session.page(), name)
        elif is_open(name):
            shut()

    stands = OPEN if is_open(name) else _SHUT
    return Field(name, Kind.MENU, words, {OPEN: words, _SHUT: words}, (stands,), take, panel=panel)


def is_open(name: str) -> bool:
    """Say whether this menu of the page is open; those of a page that was left are not."""
    return bool(st.session_state.get(_MENU) == (session.page(), name))


def shut() -> None:
    """Close the menu that is open."""
    st.session_state.pop(_MENU, None)


def panel_of(names: Iterable[str], panel: str) -> AbstractContextManager[object]:
    """Keep a place for what one of these menus shows over the page; nothing while all are closed."""
    return st.container(key=panel) if any(map(is_open, names)) else nullcontext()
