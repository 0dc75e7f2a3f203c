"""Where something is missing: the way to load it, for whoever may."""

from typing import Final

import streamlit as st

from rcc_dash.domain.links import encode
from rcc_dash.ui.nav import page_by_code
from rcc_dash.ui.release import release_of
from rcc_dash.ui.shell import Context
from rcc_dash.ui.sign_in import access

_LOAD: Final = "load"


def load_link(now: Context) -> None:
    """Draw a link to the page that takes files in; none in a release, or for who may not open it."""
    if release_of(now.protected.warehouse) or not access().may_open(_LOAD):
        return
    with st.container(key="load-link"):
        st.page_link(
            page_by_code(_LOAD),
            label="Load files",
            icon=":material/upload_file:",
            query_params=encode(now.state.carried),
        )
