"""Where something is missing: the way to load it for whoever may, and what to ask for otherwise."""

import re
from typing import Final

import streamlit as st

from rcc_dash.domain.links import encode
from rcc_dash.ui.nav import page_by_code
from rcc_dash.ui.release import release_of
from rcc_dash.ui.shell import Context, context
from rcc_dash.ui.sign_in import access

_LOAD: Final = "load"
_WAY: Final = re.compile(
    r"\b(?P<l>[Ll])oad (?P<what>[^.:]+) on the page Load files(?:\. The template stands there)?"
)
"""How remarks say it: "load one on the page Load files"; what else stands there is of no use to others."""


def load_link(now: Context) -> None:
    """Draw a link to the page that takes files in; none in a release, or for who may not open it."""
    if not may_load(now):
        return
    with st.container(key="load-link"):
        st.page_link(
            page_by_code(_LOAD),
            label="Load files",
            icon=":material/upload_file:",
            query_params=encode(now.state.carried),
        )


def may_load(now: Context) -> bool:
    """Say whether this reader can load files here: none in a release, or whose role has no such page."""
    return not release_of(now.protected.warehouse) and access().may_open(_LOAD)


def as_reader_can(words: str) -> str:
    """Give a remark as it stands to whoever may load files; to others with what to ask for in its place."""
    return words if _WAY.search(words) is None or may_load(context()) else _WAY.sub(_asking, words)


def _asking(found: re.Match[str]) -> str:
    ask = "ask" if found["l"].islower() else "Ask"
    return f"{ask} for {found['what']} to be loaded"
