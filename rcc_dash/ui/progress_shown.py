"""How does a reader see that something long is under way?"""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from rcc_dash.domain.progress import Progress


@contextmanager
def progress_shown(words: str) -> Iterator[Progress]:
    """Draw a bar with what is being done, and take it away at the end."""
    bar = st.progress(0.0, words)

    def tell(share: float, doing: str) -> None:
        bar.progress(min(share, 1.0), doing)

    try:
        yield tell
    finally:
        bar.empty()
