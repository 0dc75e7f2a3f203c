"""The words at the top of a page: its question and the sentence that answers it."""

from html import escape

import streamlit as st

from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import la_name
from rcc_dash.domain.views import Focus
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.load_link import as_read
from rcc_dash.ui.shell import Context
from rcc_dash.ui.take_away_notes import on_page


def title(now: Context, question: str, focus: Focus | None = None) -> None:
    """Draw the page's question under the name of what it is about: an area, or the area or home in focus.

    The browser's tab names the same and the page, so that two tabs can be told apart. On a phone, whose
    bar has the pages behind a button, so does the line above the question.
    """
    about = _about(now.state.filters.area_phrase(), focus)
    on_page().area, on_page().question = about, question
    st.set_page_config(page_title=f"{about} | {now.page}")
    above = f"{now.page} · {about}" if is_narrow() else about
    st.html(f'<p class="area">{escape(above)}</p><h1>{escape(question)}</h1>')


def _about(area: str, focus: Focus | None) -> str:
    if focus and focus.urn:
        return f"{area}: home {focus.urn}"
    return f"{area}: {la_name(focus.la_code)}" if focus and focus.la_code else area


def lead(sentence: str | Missing) -> None:
    """Draw the sentence that answers the question for the current filter, or what is missing for it."""
    said = on_page().sentence = as_read(sentence)
    st.html(f'<p class="lead">{escape(said)}</p>')


def quiet(words: str | Missing) -> None:
    """Draw a small remark, or what is missing."""
    st.html(f'<p class="quiet">{escape(as_read(words))}</p>')
