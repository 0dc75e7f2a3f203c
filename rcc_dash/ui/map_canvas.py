"""Mount the map: on our own canvas, or with Streamlit's deck.gl where the canvas is not wanted.

Both draw the same layers. The canvas is drawn by the processor, keeps what did not change and
tells a click by identity; deck.gl draws by the graphics card and is the way back
(`RCC_MAP=deck`). Reasons and measurements: decisions/0007-a-canvas-for-the-map.md.
"""

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

import streamlit as st

from rcc_dash.figures.picked import Picked, picked, picked_in
from rcc_dash.figures.region_map import RegionMap

_PARTS: Final = ("view.js", "reading.js", "layers.js", "hands.js", "full.js", "main.js")
_FOLDER: Final = Path(__file__).parent / "region_canvas"
_BY_CARD: Final = "deck"


def draw_map(drawn: RegionMap, height_px: int, key: str, pick: Callable[[Picked], None]) -> None:
    """Draw a map of this height; `pick` is called with what the reader clicks."""
    if os.environ.get("RCC_MAP") == _BY_CARD:
        _draw_by_card(drawn, height_px, key, pick)
    else:
        _draw_on_canvas(drawn, height_px, key, pick)


def _draw_on_canvas(drawn: RegionMap, height_px: int, key: str, pick: Callable[[Picked], None]) -> None:
    def told() -> None:
        thing = picked_in(cast("Mapping[str, object] | None", st.session_state[key]["pick"]))
        if thing:
            pick(thing)

    _component()(
        key=key,
        data={"deck": drawn.deck.spec, "height": height_px, "alt": drawn.alt},
        on_pick_change=told,
    )


def _draw_by_card(drawn: RegionMap, height_px: int, key: str, pick: Callable[[Picked], None]) -> None:
    def told() -> None:
        thing = picked(cast("Mapping[str, object]", st.session_state[key]))
        if thing:
            pick(thing)

    st.pydeck_chart(
        drawn.deck,
        height=height_px,
        key=key,
        on_select=told,
        selection_mode="single-object",
        alt=drawn.alt,
    )


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component(
        "rcc_region_map",
        html=_text("map.html"),
        css=_text("map.css"),
        js="\n".join(map(_text, _PARTS)),
    )


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
