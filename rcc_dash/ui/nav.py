"""Which pages are there, and is every one of them drawn as part of the app?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final, cast

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from rcc_dash.domain.access import Access

PRODUCT: Final = "Homes for children in care"
_PROJECT: Final = Path(__file__).resolve().parents[2]
_IN_APP: Final = "_in_app"
_MADE: Final = "_pages"
_ROOT: Final = "start"
"""Streamlit wants a name for the page at the root too; it is not in any address."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: its file (whose stem is its address), its name, whether it opens first, its group."""

    file: str
    title: str
    is_first: bool = False
    group: str = ""

    @property
    def code(self) -> str:
        """Give the code by which `data/reference/role_pages.csv` knows it: the stem of its file."""
        return Path(self.file).stem


PAGES: Final = (
    PageSpec("pages/overview.py", "Overview", is_first=True),
    PageSpec("pages/homes_and_origins.py", "Homes and origins"),
    PageSpec("pages/distance.py", "Distance"),
    PageSpec("pages/voids.py", "Voids"),
    PageSpec("pages/rare.py", "Rare needs"),
    PageSpec("pages/compare.py", "Compare", group="Analyse"),
    PageSpec("pages/explore.py", "Explore", group="Analyse"),
    PageSpec("pages/sql.py", "SQL", group="Analyse"),
    PageSpec("pages/data.py", "Data", group="Data"),
    PageSpec("pages/load.py", "Load files", group="Data"),
    PageSpec("pages/methods.py", "Methods", group="Data"),
    PageSpec("pages/meeting.py", "Meeting"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that stand together in the bar: behind one button where the group has a title."""

    title: str
    pages: tuple[StreamlitPage, ...]


def bar_groups(access: Access) -> list[Group]:
    """Give Streamlit's pages that this person may open, in the order of the bar and in groups.

    A page that would stand in a group by itself stands in the bar.
    """
    specs = _open_to(access)
    found = [
        (title, tuple(_page(spec, is_first=spec == specs[0]) for spec in group))
        for title, group in groupby(specs, key=lambda spec: spec.group)
    ]
    return [Group(title if len(pages) > 1 else "", pages) for title, pages in found]


def _open_to(access: Access) -> list[PageSpec]:
    return [spec for spec in PAGES if access.may_open(spec.code)]


def _page(spec: PageSpec, *, is_first: bool) -> StreamlitPage:
    """Make a page once for a reader: each making asks the disk where its file lies."""
    made = cast("dict[tuple[str, bool], StreamlitPage]", st.session_state.setdefault(_MADE, {}))
    key = (spec.file, is_first)
    if key not in made:
        path = _ROOT if is_first else None
        made[key] = st.Page(_PROJECT / spec.file, title=spec.title, default=is_first, url_path=path)
    return made[key]


def page_of(file: str) -> StreamlitPage:
    """Give the page of a file, to link to it."""
    spec = next(spec for spec in PAGES if spec.file == file)
    return _page(spec, is_first=spec.is_first)


def page_by_code(code: str) -> StreamlitPage:
    """Give the page of this code, to link to it."""
    return page_of(f"pages/{code}.py")


def open_page(access: Access) -> tuple[StreamlitPage, PageSpec]:
    """Give the page that the address asks for, whether this person may open it or not, and what it is.

    The first page that they may open answers to no name as well as to its own. The others have their
    addresses too, so that whoever is refused can be told so.
    """
    specs = _open_to(access) or [spec for spec in PAGES if spec.is_first]
    root = _page(specs[0], is_first=True)
    named = [_page(spec, is_first=False) for spec in PAGES if spec != specs[0]]
    also = _hidden(specs[0])
    found = st.navigation([root, *named, also], position="hidden")
    others = (spec for spec in PAGES if spec != specs[0])
    return found, next((spec for spec, page in zip(others, named, strict=True) if page is found), specs[0])


def go_to(access: Access, code: str, query: Mapping[str, str]) -> None:
    """Go on to a page by its code, with a query; stays where it is if there is no such page."""
    spec = next((spec for spec in PAGES if spec.code == code), None)
    if spec:
        st.switch_page(_page(spec, is_first=[spec] == _open_to(access)[:1]), query_params=query)


def _hidden(spec: PageSpec) -> StreamlitPage:
    return st.Page(_PROJECT / spec.file, title=spec.title, visibility="hidden")


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
