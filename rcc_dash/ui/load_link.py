"""Where something is missing: what whoever reads can do about it, and the way there for who may load."""

from typing import Final

import streamlit as st

from rcc_dash.domain.links import encode
from rcc_dash.domain.missing import Missing, Way
from rcc_dash.ui.nav import page_by_code
from rcc_dash.ui.shell import Context, context
from rcc_dash.ui.sign_in import access

_LOAD: Final = "load"


def load_link(now: Context) -> None:
    """Draw a link to the page that takes files in; none in a release, or for who may not open it."""
    if way_of(now) is not Way.LOAD:
        return
    with st.container(key="load-link"):
        st.page_link(
            page_by_code(_LOAD),
            label="Load files",
            icon=":material/upload_file:",
            query_params=encode(now.state.carried),
        )


def way_of(now: Context) -> Way:
    """Say how this reader comes by what is not loaded: a release takes no files, nor from every role."""
    if now.protected.warehouse.release is not None:
        return Way.NEXT_RELEASE
    return Way.LOAD if access().may_open(_LOAD) else Way.ASK


def as_read(words: str | Missing) -> str:
    """Give a remark in the words for who reads it."""
    return words if isinstance(words, str) else words.to(way_of(context()))
