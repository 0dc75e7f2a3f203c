"""Of how many of the LAs that are looked at is there a return? Said before any figure where some lack."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import and_list, long_date
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.returned import returned_on
from rcc_dash.ui.cached import ask

_NAMED: Final = 3
"""So many LAs can be named in a line."""


def returned_strip(reader: Reader, filters: Filters, day: date | None) -> None:
    """Draw one quiet line where not all of the LAs chosen have returned their children for the day."""
    if day and (told := returned_words(filters, day, ask(returned_on, reader, day))):
        st.html(f'<p class="strip strip-note" role="status">{escape(told)}</p>')


def returned_words(filters: Filters, day: date, returned: frozenset[str]) -> str:
    """Say of which LAs the children are counted; blank where of all, or of none, which each page says."""
    have = [code for code in filters.la_codes if code in returned]
    lack = [code for code in filters.la_codes if code not in returned]
    if not have or not lack:
        return ""
    which = _named(have, "only {}") or _named(lack, "all but {}")
    return (
        f"Returns of {len(have)} of {len(have) + len(lack)} LAs are loaded for {long_date(day)}"
        f"{f' ({which})' if which else ''}. Children of the others are in no figure."
    )


def _named(codes: Sequence[str], words: str) -> str:
    return words.format(and_list([la_name(code) for code in codes])) if len(codes) <= _NAMED else ""
