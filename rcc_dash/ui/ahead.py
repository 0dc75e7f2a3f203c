"""Have the first answers ready while the reader's browser still loads its own scripts.

Nothing slow is imported before the server answers (decisions/0008-ahead-of-the-first-page.md).
"""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Final

import streamlit as st

_LOG: Final = logging.getLogger(__name__)


@asynccontextmanager
async def ahead(_app: st.App) -> AsyncIterator[None]:
    """Start working as soon as the server starts, and never keep it from answering."""
    Thread(target=_think, name="ahead", daemon=True).start()
    yield


def _think() -> None:
    gc.disable()  # what loads now stays: looking through it for garbage took a fifth of the time
    try:
        from rcc_dash.ui.first_answers import first_answers  # noqa: PLC0415 slow, which is the point

        first_answers()
    except Exception:  # noqa: BLE001 whoever looks there meets it on the page, told in words
        _LOG.exception("the first answers could not be worked out ahead")
    finally:
        gc.enable()
