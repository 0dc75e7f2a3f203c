"""What does a reader see of the release that serves, and which pages can none serve?"""

from datetime import date
from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.released import NotReleasedError
from rcc_dash.domain.words import long_date
from rcc_dash.store.pack import Pack
from rcc_dash.store.releases import Release
from rcc_dash.store.warehouse import Warehouse

_NEVER: Final = frozenset({"load", "sql"})
"""Pages that take files in, or ask tables of their own."""


def release_tag(release: Release) -> None:
    """Say beside the filters which release the figures are of."""
    st.html(f'<span class="tag">{escape(release_words(release))}</span>', width="content")


def release_of(warehouse: Warehouse) -> str:
    """Name the release that figures are of; blank where they are of a build."""
    return release_words(warehouse.release) if isinstance(warehouse, Pack) else ""


def release_words(release: Release) -> str:
    """Name a release and its day: "Release 2026-11 of 22 November 2026"."""
    return f"Release {release.name} of {long_date(date.fromisoformat(release.made_on[:10]))}"


def must_be_released(page: str) -> None:
    """Raise NotReleasedError for a page that no release can serve."""
    if page in _NEVER:
        raise NotReleasedError
