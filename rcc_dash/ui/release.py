"""What does a reader see of the release that serves, and which pages can none serve?"""

from collections.abc import Callable, Collection
from datetime import date
from html import escape
from typing import Final, TypeVar

import streamlit as st

from rcc_dash.domain.places import la_name
from rcc_dash.domain.released import NotReleasedError
from rcc_dash.domain.words import and_list, long_date, short_date
from rcc_dash.store.releases import Release
from rcc_dash.store.warehouse import Warehouse
from rcc_dash.ui.faults import fault_words
from rcc_dash.ui.nav import PageSpec

_T = TypeVar("_T")

_NEVER: Final = {
    "load": (
        "Loading files is not in this release",
        "This host shows protected counts that were published elsewhere, and takes no files.",
        "Load files on the machine that publishes, and publish there.",
    )
}
"""Pages that take files in, and what stands in their place."""


def release_tag(release: Release) -> None:
    """Say beside the filters which release the figures are of."""
    st.html(f'<span class="tag">{escape(release_words(release))}</span>', width="content")


def carried_strip(warehouse: Warehouse, la_codes: Collection[str], day: date | None) -> None:
    """Draw one quiet line where LAs show an earlier date's numbers."""
    if told := carried_words(warehouse, la_codes, day):
        st.html(f'<p class="strip strip-note" role="status">{escape(told)}</p>')


def carried_words(warehouse: Warehouse, la_codes: Collection[str], day: date | None) -> str:
    """Say which of these LAs show an earlier date's numbers on a day; blank where none does."""
    if warehouse.release is None or day is None:
        return ""
    rows = warehouse.ask("carried", {})
    mine = rows[rows["la_code"].isin(list(la_codes)) & rows["as_of"].dt.date.eq(day)]
    if mine.empty:
        return ""
    told = and_list(
        [
            f"{la_name(code)} ({short_date(of)})"
            for code, of in zip(mine["la_code"], mine["children_of"].dt.date, strict=True)
        ]
    )
    return f"Too few children changed for new numbers; those of an earlier date are shown of {told}."


def release_of(warehouse: Warehouse) -> str:
    """Name the release that figures are of; blank where they are of a build."""
    return release_words(warehouse.release) if warehouse.release else ""


def release_words(release: Release) -> str:
    """Name a release and its day: "Release 2026-11 of 22 November 2026"."""
    return f"Release {release.name} of {long_date(date.fromisoformat(release.made_on[:10]))}"


def draw_released(about: _T, *parts: Callable[[_T], object]) -> None:
    """Draw each part about something; in the place of one that a release does not hold, say so."""
    for part in parts:
        try:
            part(about)
        except NotReleasedError as error:
            st.info(fault_words(error, error.title))


def must_be_released(page: PageSpec) -> None:
    """Raise NotReleasedError, under a heading, for a page that no release can serve."""
    if page.code in _NEVER:
        st.html(f"<h1>{escape(page.title)}</h1>")
        raise NotReleasedError(*_NEVER[page.code])
