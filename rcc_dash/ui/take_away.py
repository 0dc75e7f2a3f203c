"""Take this page away: as a hand-out, or any of its pictures as a file or onto the clipboard.

One button in the bar. Nothing is drawn before it is opened, and no file is made before it is clicked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final, Self

import streamlit as st

from rcc_dash.domain.headline import Headline
from rcc_dash.domain.links import encode
from rcc_dash.export.citation import file_name
from rcc_dash.figures.cards import change_words, dated_words
from rcc_dash.figures.svg_table import PaperTable
from rcc_dash.figures.take_away import (
    CARD_PX,
    PAGE_PX,
    KeyFigure,
    card_svg,
    page_svg,
    titled,
    to_pdf,
    to_png,
)
from rcc_dash.figures.written import written
from rcc_dash.ui.copy_image import copy_image
from rcc_dash.ui.exact_files import exact_files
from rcc_dash.ui.link_text import link_text
from rcc_dash.ui.menus import is_open
from rcc_dash.ui.shell import Context
from rcc_dash.ui.take_away_notes import OnPage, on_page
from rcc_dash.ui.take_away_words import Made, caption_of, citation_of
from rcc_dash.ui.text import quiet
from rcc_dash.ui.top_doings import TAKE_AWAY

_FORMS: Final[dict[str, tuple[str, Callable[[str], bytes]]]] = {
    "png": ("image/png", to_png),
    "svg": ("image/svg+xml", str.encode),
    "pdf": ("application/pdf", to_pdf),
}
_EXACT: Final = (
    "Exact figures are on. Switch them off to take protected pictures, or take exact ones, with the banner."
)


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """The page that is taken away, the link that brings it back, and when it is taken."""

    now: Context
    page: OnPage
    link: str
    on: datetime

    @classmethod
    def of(cls, now: Context) -> Self:
        """Take the page that is drawn now."""
        return cls(now, on_page(), link_text(encode(now.state)), datetime.now(UTC))

    def svg(self, title: str) -> str:
        """Draw one picture as a card."""
        about = citation_of(self.now, self.page, Made(title, self.link, self.on), self.now.state.filters)
        picture = self.page.pictures[title](CARD_PX)
        return card_svg(picture, caption_of(about, self.page, has_sentence=False))

    def sheet(self) -> str:
        """Draw the whole page on a sheet of paper."""
        made = Made(self.page.question, self.link, self.on)
        about = citation_of(self.now, self.page, made, self.now.state.filters)
        pictures = [titled(title, draw(PAGE_PX)) for title, draw in self.page.pictures.items()]
        figures = [_key_figure(one) for one in self.page.figures]
        return page_svg(caption_of(about, self.page, has_sentence=True), figures, pictures, [*self._tables()])

    def _tables(self) -> Iterator[PaperTable]:
        """Give the page's tables, as they are shown."""
        for title, made in self.page.tables.items():
            columns = made().columns
            rows = list(zip(*(column.cells for column in columns), strict=True))
            numbers = frozenset(place for place, one in enumerate(columns) if one.numbers is not None)
            yield PaperTable(title, [column.heading for column in columns], rows, numbers)

    def name(self, title: str, extension: str) -> str:
        """Name a file."""
        is_exact = self.page.is_exact
        return file_name(title, self.on, extension, is_synthetic=self.now.is_demo, is_exact=is_exact)


def take_away(now: Context) -> None:
    """Draw what the menu offers, if it is open; call it when all of the page is drawn."""
    if is_open(TAKE_AWAY):
        with on_page().place:
            _offers(Taken.of(now))


def _offers(taken: Taken) -> None:
    if taken.page.is_exact and not exact_files(taken.now.home, f"exact-{TAKE_AWAY}"):
        quiet(_EXACT)
        return
    st.download_button(
        "This page as a hand-out (PDF)",
        data=lambda: to_pdf(taken.sheet()),
        file_name=taken.name(taken.page.question, "pdf"),
        mime="application/pdf",
        on_click="ignore",
        key=f"{TAKE_AWAY}-sheet",
        width="stretch",
    )
    if taken.page.pictures:
        _pictures(taken)
    else:
        quiet("There is no chart or map on this part of the page; tables have buttons of their own.")


def _pictures(taken: Taken) -> None:
    titles = list(taken.page.pictures)
    title = st.selectbox("Chart or map", titles, key=f"{TAKE_AWAY}-which") if len(titles) > 1 else titles[0]
    with st.container(horizontal=True):
        for code, (mime, make) in _FORMS.items():
            st.download_button(
                code.upper(),
                data=partial(_file, taken, title, make),
                file_name=taken.name(title, code),
                mime=mime,
                on_click="ignore",
                key=f"{TAKE_AWAY}-{code}",
            )
    copy_image(to_png(taken.svg(title)), title)


def _file(taken: Taken, title: str, make: Callable[[str], bytes]) -> bytes:
    return make(taken.svg(title))


def _key_figure(one: Headline) -> KeyFigure:
    unit = one.measure.unit
    beside = (
        change_words(one),
        f"{one.other_name} {written(one.other, unit)}",
        f"England {written(one.england, unit)}",
        dated_words(one),
    )
    return KeyFigure(one.measure.label, written(one.now, unit), beside)
