"""Which data are served: what was loaded, or the synthetic region if nothing was?"""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse, current_build_id


@dataclass(frozen=True, slots=True)
class OpenData:
    """The data home that serves, and its warehouse."""

    home: DataHome
    warehouse: Warehouse


def open_data() -> OpenData:
    """Open the newest build; makes the synthetic region first, with its progress on screen, if need be."""
    own = DataHome.chosen(os.environ)
    home = own if current_build_id(own) else own.demo
    build_id = current_build_id(home) or _make_demo(own)
    return OpenData(home, _opened(str(home.root), build_id))


def _make_demo(home: DataHome) -> str:
    from rcc_dash.intake.demo import ensure_demo  # noqa: PLC0415 -- half a second that later starts do without

    bar = st.progress(0.0, "Making a synthetic region to explore. This happens once.")
    ensure_demo(home, datetime.now(UTC), partial(_tell, bar))
    bar.empty()
    build_id = current_build_id(home.demo)
    if build_id is None:
        message = "the synthetic region was not built"
        raise RuntimeError(message)
    return build_id


def _tell(bar: DeltaGenerator, share: float, doing: str) -> None:
    bar.progress(min(share, 1.0), doing)


@st.cache_resource(max_entries=2, show_spinner=False)
def _opened(root: str, build_id: str) -> Warehouse:
    """Open a build once for everybody; a new build is a new key."""
    opened = Warehouse.open_current(DataHome(Path(root)))
    if opened is None:
        message = f"build {build_id} is gone"
        raise RuntimeError(message)
    return opened
