"""What is the address of a view, written out?"""

from urllib.parse import urlencode

import streamlit as st


def link_text(query: dict[str, str]) -> str:
    """Give the address of this page with a query."""
    page = str(st.context.url or "")
    return f"{page}?{urlencode(query)}" if query else page
