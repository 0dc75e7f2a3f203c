"""Have the first answers ready while the reader's browser still loads its own scripts.

What is loaded when, and why: decisions/0008-ahead-of-the-first-page.md.
"""

import gc
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from threading import Thread
from typing import Final

import streamlit as st

from rcc_dash.errors import kind_and_place

_LOG: Final = logging.getLogger(__name__)


@asynccontextmanager
async def ahead(_app: st.App) -> AsyncIterator[None]:
    """Load the program before the server answers, and think while the reader's browser loads its own part."""
    try:
        with _all_kept():
            from rcc_dash.ui.first_answers import first_answers, load_what_draws  # noqa: PLC0415 slow: here nobody waits

            load_what_draws()
    except Exception as error:  # noqa: BLE001 whoever looks there meets it on the page, told in words
        _LOG.error("the program could not be loaded ahead: %s", kind_and_place(error))
    else:
        Thread(target=_think, args=(first_answers,), name="ahead", daemon=True).start()
    yield


def _think(first_answers: Callable[[], None]) -> None:
    try:
        with _all_kept():
            first_answers()
    except Exception as error:  # noqa: BLE001 as above
        _LOG.error("the first answers could not be worked out ahead: %s", kind_and_place(error))


@contextmanager
def _all_kept() -> Iterator[None]:
    """Look for no garbage meanwhile: what is loaded stays, and looking took a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
