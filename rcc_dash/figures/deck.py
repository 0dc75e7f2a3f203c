"""How is a picture told to the browser? As a few layers in deck.gl's terms, without pydeck."""

import json
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.figures.shapes import Polygon
from rcc_dash.figures.view import Floats, View

Layer = Mapping[str, object]

DECIMALS: Final = 4
"""Of a degree: about 10 metres, finer than any line drawn here."""

_TOOLTIP_STYLE: Final = {
    "transform": "none",
    "left": "auto",
    "right": "8px",
    "top": "8px",
    "backgroundColor": "#0b0c0c",
    "color": "#ffffff",
    "fontSize": "14px",
    "lineHeight": "1.35",
    "maxWidth": "260px",
    "whiteSpace": "pre-line",
    "padding": "8px 12px",
}
"""Upper right, always: beside the pointer it would be cut off at the edges of the map."""


class RawDeck:
    """A finished map that `st.pydeck_chart` takes like a pydeck Deck, and our own canvas by its `spec`.

    Streamlit asks for `to_json`, `layers`, `mapbox_key` and `_tooltip` and for nothing else.
    """

    layers = None
    mapbox_key = None

    def __init__(self, spec: Mapping[str, object]) -> None:
        """Hold the picture in deck.gl's terms; every object that can be pointed at in it has a `tip`."""
        self.spec = spec
        self._tooltip = {"html": "{tip}", "style": _TOOLTIP_STYLE}

    def to_json(self) -> str:
        """Give the picture as compact JSON."""
        return json.dumps(self.spec, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def deck_spec(view: View, layers: Sequence[Layer]) -> dict[str, object]:
    """Describe layers, bottom first, in deck.gl's terms; it opens at a view and asks no tile server.

    The layers stand in a list within the list: Streamlit fades all that is not selected after
    a click, but only in layers of the outer list, and forgets a click once the picture changes.
    So the picture stays right, and each click is an event (tests/figures/test_deck.py).
    """
    state = {"longitude": view.lon, "latitude": view.lat, "zoom": view.zoom, "minZoom": 5, "maxZoom": 12}
    return {
        "initialViewState": {**state, "pitch": 0, "bearing": 0},
        "views": [
            {"@@type": "MapView", "id": "map", "controller": {"dragRotate": False, "touchRotate": False}}
        ],
        "mapProvider": None,
        "mapStyle": "__MAP_STYLE__",
        "layers": [list(layers)],
    }


def layer(kind: str, layer_id: str, data: object, **props: object) -> Layer:
    """Describe one layer that cannot be pointed at unless `pickable` is given."""
    return {"@@type": kind, "id": layer_id, "data": data, "pickable": False, **props}


def lookup(colours: Sequence[Sequence[int]], key: str) -> str:
    """Write the deck.gl expression that turns a row's whole number `key` into a colour.

    A chain of conditions: its expressions cannot index into a list of their own.
    """
    *first, last = [json.dumps(list(colour), separators=(",", ":")) for colour in colours]
    conditions = "".join(f"{key}=={number}?{text}:" for number, text in enumerate(first))
    return f"@@={conditions}{last}"


def records(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Give the rows of a small frame by column name."""
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def tip_in_focus(tip: str, code: str, focus: str | None) -> str:
    """Add to a tip that a second click undoes the first.

    The words matter twice: Streamlit passes a click on only if the thing clicked differs from
    the one clicked before, so what is in focus must not look as it did.
    """
    return f"{tip}\nClick again for the whole region" if code == focus else tip


def rounded(lonlat: Floats) -> list[list[float]]:
    """Give rows of longitude and latitude as short lists."""
    pairs: list[list[float]] = np.round(lonlat, DECIMALS).tolist()
    return pairs


def rounded_polygon(polygon: Polygon) -> list[list[list[float]]]:
    """Give a polygon's rings as short lists, without points that rounding made equal."""
    return [_without_repeats(rounded(np.array(ring))) for ring in polygon]


def _without_repeats(ring: list[list[float]]) -> list[list[float]]:
    return [point for i, point in enumerate(ring) if i == 0 or point != ring[i - 1]]
