"""How does a reader see that something long is under way?"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import streamlit as st

from rcc_dash.domain.progress import Progress
from rcc_dash.ui.as_words import as_words


@contextmanager
def progress_shown(words: str, after_seconds: float = 0.0) -> Iterator[Progress]:
    """Draw a bar with what is being done, and take it away at the end.

    What is mostly done at once has none before `after_seconds`, so that the page does not jump.
    """
    began, place = monotonic(), st.empty()
    if not after_seconds:
        place.progress(0.0, words)

    def tell(share: float, doing: str) -> None:
        if monotonic() - began >= after_seconds:
            place.progress(min(share, 1.0), as_words(doing))

    try:
        yield tell
    finally:
        place.empty()
