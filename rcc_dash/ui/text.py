"""The words at the top of a page: its question and the sentence that answers it."""

from html import escape

import streamlit as st


def title(question: str, area: str) -> None:
    """Draw the page's question under the name of the area it is about."""
    st.html(f'<p class="area">{escape(area)}</p><h1>{escape(question)}</h1>')


def lead(sentence: str) -> None:
    """Draw the sentence that answers the question for the current filter."""
    st.html(f'<p class="lead">{escape(sentence)}</p>')


def quiet(words: str) -> None:
    """Draw a small remark."""
    st.html(f'<p class="quiet">{escape(words)}</p>')
