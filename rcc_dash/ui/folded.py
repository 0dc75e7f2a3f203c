"""Widgets in a part of the page that may be folded away: where we change what one shows, it gets a new name.

A browser hears of a changed value only for what it draws. For what is folded away it would send the old value
along with the reader's next click anywhere, and so undo what Back or a chip has just changed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar, cast

import streamlit as st

from rcc_dash.ui.session import Bound

_TURNS: Final = "_turns"

T = TypeVar("T")


@dataclass(frozen=True)
class Folded(Bound[T]):
    """A `Bound` widget that the browser need not be drawing when its value is changed."""

    def show(self, value: T) -> str:
        """Set what the widget shows in this run; gives the key to draw it with."""
        if _is_other(st.session_state.get(self._name, value), value):
            _turns()[self.key] = _turns().get(self.key, 0) + 1
        return Bound[T](self._name).show(value)

    def take(self, apply: Callable[[T], None]) -> Callable[[], None]:
        """Give the callback that passes on what the reader chose; asked for after `show`."""
        return Bound[T](self._name).take(apply)

    @property
    def _name(self) -> str:
        turn = _turns().get(self.key, 0)
        return f"{self.key}-{turn}" if turn else self.key


def _turns() -> dict[str, int]:
    return cast("dict[str, int]", st.session_state.setdefault(_TURNS, {}))


def _is_other(shown: object, wanted: object) -> bool:
    """Compare two values; the order in which several were chosen makes no difference."""
    if isinstance(shown, list) and isinstance(wanted, list):
        return sorted(shown) != sorted(wanted)
    return shown != wanted
