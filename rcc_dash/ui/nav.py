"""Which pages are there, and is every one of them drawn as part of the app?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

_PROJECT: Final = Path(__file__).resolve().parents[2]
_IN_APP: Final = "_in_app"
_ROOT: Final = "start"
"""Streamlit wants a name for the page at the root too; it is not in any address."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: its file (whose stem is its address), its name in the bar, and whether it opens first."""

    file: str
    title: str
    is_first: bool = False


PAGES: Final = (
    PageSpec("pages/overview.py", "Overview", is_first=True),
    PageSpec("pages/homes_and_origins.py", "Homes and origins"),
    PageSpec("pages/distance.py", "Distance"),
    PageSpec("pages/voids.py", "Voids"),
    PageSpec("pages/rare.py", "Rare needs"),
    PageSpec("pages/data.py", "Data"),
    PageSpec("pages/load.py", "Load files"),
)


def pages() -> list[StreamlitPage]:
    """Give Streamlit's pages, in the order of the bar."""
    return [_page(spec) for spec in PAGES]


def _page(spec: PageSpec) -> StreamlitPage:
    return st.Page(
        _PROJECT / spec.file,
        title=spec.title,
        default=spec.is_first,
        url_path=_ROOT if spec.is_first else None,
    )


def page_of(file: str) -> StreamlitPage:
    """Give the page of a file, to link to it."""
    return _page(next(spec for spec in PAGES if spec.file == file))


def open_page() -> StreamlitPage:
    """Give the page that the address asks for; the first page answers to its name as well as to none."""
    first = next(spec for spec in PAGES if spec.is_first)
    return st.navigation(
        [*pages(), st.Page(_PROJECT / first.file, title=first.title, visibility="hidden")], position="hidden"
    )


def show(draw: Callable[[], None]) -> None:
    """Draw a page, as the last line of its file; run by itself, outside the app, it shows nothing."""
    if st.session_state.get(_IN_APP):
        draw()


def run_inside_app(page: StreamlitPage) -> None:
    """Run a page as part of the app, so that `show` draws it."""
    st.session_state[_IN_APP] = True
    try:
        page.run()
    finally:
        st.session_state[_IN_APP] = False
