"""What does a person see when something goes wrong? Words they can act on, never a traceback."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from rcc_dash.domain.released import NotReleasedError
from rcc_dash.errors import UserError, kind_and_place
from rcc_dash.ui.as_words import as_words

_LOG: Final = logging.getLogger("rcc_dash")


@contextmanager
def faults_shown() -> Iterator[None]:
    """Show in place what went wrong with drawing."""
    try:
        yield
    except NotReleasedError as error:
        st.info(fault_words(error, error.title))
    except Exception as error:  # noqa: BLE001 the last resort: whatever it is must not reach the screen
        st.error(fault_words(error, "This page could not be drawn"))


def fault_words(error: Exception, title: str) -> str:
    """Give a `UserError` as written; log anything else under a reference that can be quoted."""
    if isinstance(error, UserError):
        return f"**{as_words(error.title)}**\n\n{as_words(error.what)}\n\n{as_words(error.fix)}"
    reference = secrets.token_hex(4)
    _LOG.error("fault %s: %s", reference, kind_and_place(error))
    return (
        f"**{title}**\n\nNothing was lost. Go back, or reset the filters. "
        f"If it happens again, quote the reference {reference} to whoever looks after this service."
    )
