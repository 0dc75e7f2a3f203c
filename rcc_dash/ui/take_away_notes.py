"""What has the page that is drawn now said and shown? Kept while it is drawn, so that it can be taken away.

A note is a reference to what the screen got: nothing is made until somebody asks for a file.
"""

from collections.abc import Callable, Container
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Final, cast

import streamlit as st

from rcc_dash.domain.headline import Headline
from rcc_dash.export.table_file import TableFile
from rcc_dash.figures.svg_parts import Piece

_NOTES: Final = "_on_page"


@dataclass(slots=True, eq=False)
class OnPage:
    """The words of a page, its settings, key figures and pictures; and its tables, as shown, by title."""

    area: str = ""
    question: str = ""
    sentence: str = ""
    source: str = ""
    is_exact: bool = False
    place: AbstractContextManager[object] = field(default_factory=nullcontext)
    settings: dict[str, str] = field(default_factory=dict)
    figures: tuple[Headline, ...] = ()
    pictures: dict[str, Callable[[float], Piece]] = field(default_factory=dict)
    tables: dict[str, Callable[[], TableFile]] = field(default_factory=dict)

    @property
    def settings_words(self) -> str:
        """Say what is chosen on this page besides the filters."""
        return "; ".join(f"{title}: {words}" for title, words in self.settings.items())

    def note_picture(self, title: str, draw: Callable[[float], Piece]) -> None:
        """Keep how a picture is drawn at a width, under a title of its own."""
        self.pictures[_own(title, self.pictures)] = draw


def begin(*, is_exact: bool, place: AbstractContextManager[object]) -> None:
    """Begin a page of protected or exact figures; what its open menu offers is drawn in `place`."""
    st.session_state[_NOTES] = OnPage(is_exact=is_exact, place=place)


def on_page() -> OnPage:
    """Give what has been noted of this page so far; keep it to read what comes later too."""
    return cast("OnPage", st.session_state.setdefault(_NOTES, OnPage()))


def own_title(title: str) -> str:
    """Give a table's title, numbered where another table of this page has it."""
    return _own(title, on_page().tables)


def _own(title: str, taken: Container[str]) -> str:
    found, again = title, 1
    while found in taken:
        again += 1
        found = f"{title} ({again})"
    return found
