"""Mount the map: on our own canvas, or with Streamlit's deck.gl where the canvas is not wanted.

Both draw the same layers. The canvas is drawn by the processor, keeps what did not change and
tells a click by identity; deck.gl draws by the graphics card and is the way back
(`RCC_MAP=deck`). Reasons and measurements: decisions/0007-a-canvas-for-the-map.md.
What is sent when: decisions/0020-the-map-stays-in-the-browser.md.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, cast

import streamlit as st

from rcc_dash.domain.camera import LATITUDES, LONGITUDES, Camera, camera_of
from rcc_dash.figures.deck import RawDeck
from rcc_dash.figures.outlines import as_sent
from rcc_dash.figures.picked import Picked, picked, picked_in
from rcc_dash.figures.region_map import RegionMap
from rcc_dash.ui.kept_parts import land_part, map_script
from rcc_dash.ui.page_part import loader

_BY_CARD: Final = "deck"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a map stands on the page: how high, on which cooperative's land, and moved to where."""

    height_px: int
    rcc: str
    camera: Camera | None


@dataclass(frozen=True, slots=True)
class Hand:
    """What is done when the reader clicks a thing, and when they have moved the map (none: back again)."""

    pick: Callable[[Picked], None]
    move: Callable[[Camera | None], None]


def draw_map(drawn: RegionMap, stand: Stand, key: str, hand: Hand) -> None:
    """Draw a map where it stands; what the reader's hand does to it is told."""
    if os.environ.get("RCC_MAP") == _BY_CARD:
        _draw_by_card(drawn, stand, key, hand)
    else:
        _draw_on_canvas(drawn, stand, key, hand)


def _draw_on_canvas(drawn: RegionMap, stand: Stand, key: str, hand: Hand) -> None:
    def picked_here() -> None:
        thing = picked_in(st.session_state[key]["pick"])
        if thing:
            hand.pick(thing)

    def moved_here() -> None:
        hand.move(camera_of(str(st.session_state[key]["camera"])))

    _component()(
        key=key,
        data={
            "script": map_script().address,
            "part": "map",
            "land": land_part(stand.rcc).address,
            "deck": _sent(drawn),
            "height": stand.height_px,
            "alt": drawn.alt,
            "camera": stand.camera.token if stand.camera else "",
            "within": [LONGITUDES, LATITUDES],
        },
        on_pick_change=picked_here,
        on_camera_change=moved_here,
    )


def _draw_by_card(drawn: RegionMap, stand: Stand, key: str, hand: Hand) -> None:
    def told() -> None:
        thing = picked(cast("Mapping[str, object]", st.session_state[key]))
        if thing:
            hand.pick(thing)

    st.pydeck_chart(
        _standing(drawn.deck, stand.camera),
        height=stand.height_px,
        key=key,
        on_select=told,
        selection_mode="single-object",
        alt=drawn.alt,
    )


def _standing(deck: RawDeck, camera: Camera | None) -> RawDeck:
    """Open a map where a link says; Streamlit's own map never tells where it was moved to."""
    if camera is None:
        return deck
    opens = cast("Mapping[str, object]", deck.spec["initialViewState"])
    there = {"longitude": camera.lon, "latitude": camera.lat, "zoom": camera.zoom}
    return RawDeck({**deck.spec, "initialViewState": {**opens, **there}})


@lru_cache(maxsize=64)
def _sent(drawn: RegionMap) -> Mapping[str, object]:
    return as_sent(drawn.deck.spec)


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component("rcc_region_map", js=loader())
