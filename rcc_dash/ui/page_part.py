"""Mount a part of the page that is our own (`page_parts/`): the browser fetches its script once.

Streamlit draws each of its own links, menus and fields several times for every click anywhere; a part of ours
is one thing to it, and changes in the page only what differs (decisions/0027 and 0028).
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import streamlit as st

from rcc_dash.ui.kept_parts import page_script

_LOADER: Final = Path(__file__).parent / "page_parts" / "load.js"
Width = Literal["content", "stretch"]


def draw_part(
    part: str,
    key: str,
    data: Mapping[str, object],
    width: Width = "content",
    **on_change: Callable[[], None],
) -> None:
    """Draw the part that the script calls so; `on_change` is Streamlit's `on_…_change` for what it tells."""
    told = {"script": page_script().address, "part": part, **data}
    _component(part)(key=key, width=width, data=told, **on_change)


@cache
def _component(part: str) -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component(f"rcc_{part}", js=loader(), isolate_styles=False)


def loader() -> str:
    """Give what a browser gets with each part: it fetches the data's `script` and calls its `part`."""
    return _LOADER.read_text(encoding="utf-8")
