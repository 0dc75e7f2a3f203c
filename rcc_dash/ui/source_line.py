"""Where do the figures of this page come from, of what date, and what was done to them?"""

from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.words import counted, short_date
from rcc_dash.figures.protection import hidden_words, protection_html, treated_words
from rcc_dash.queries.area_values import AreaValues
from rcc_dash.ui.shell import Context
from rcc_dash.ui.take_away import take_away
from rcc_dash.ui.take_away_notes import on_page

ROWS: Final = "Rows are rows of files, not children."
"""Said where both are counted; for whom rows are rounded stands beside them."""


def source_line(now: Context, values: AreaValues) -> None:
    """Draw one small line: sources with dates, completeness, and what was hidden or rounded."""
    parts = [_sources(now, values), _missing(values), _treated(now, values)]
    treated_line(now, " ".join(part for part in parts if part), is_treated=values.day.children is not None)


def treated_line(now: Context, words: str, *, is_treated: bool = True) -> None:
    """Draw the line that ends a page, what was done to the numbers, and the button that takes it all away."""
    behind = protection_html(now.reader.rule) if is_treated else ""
    on_page().source = words
    st.html(f'<p class="quiet">{escape(words)}</p>{behind}')
    take_away(now)


def _sources(now: Context, values: AreaValues) -> str:
    day = values.day
    kind = "Synthetic demonstration data in the form of " if now.is_demo else ""
    children = f"SSDA903 returns as at {short_date(day.children)}" if day.children else "no SSDA903 returns"
    homes = f"Ofsted's list as at {short_date(day.homes)}" if day.homes else "no Ofsted list"
    caveat = " (inspected homes only: counts are too low)" if day.homes in now.calendar.inspected_only else ""
    return f"Source: {kind}{children}; {homes}{caveat}. England: DfE and Ofsted as published."


def _missing(values: AreaValues) -> str:
    if not values.not_returned or values.day.children is None:
        return ""
    lacking = len(values.not_returned)
    total = len(values.figures) - 1
    return f"Returns of {total - lacking} of {counted(total, 'LA', 'LAs')} are loaded; the rest show [x]."


def _treated(now: Context, values: AreaValues) -> str:
    if values.day.children is None and not now.reader.rule.exact:
        return ""
    hidden = hidden_words(values.hidden, "cell")
    return f"{treated_words(now.reader.rule)}{hidden}"
