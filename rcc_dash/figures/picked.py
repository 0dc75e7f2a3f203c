"""What did the person click on the map?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from rcc_dash.figures.area_layers import AREAS
from rcc_dash.figures.flows_layer import FLOWS
from rcc_dash.figures.homes_layer import HOME_COUNTS, HOMES


@dataclass(frozen=True, slots=True)
class Picked:
    """One thing clicked: at most one of LA, home (URN) and flow (two LA codes) is set."""

    la_code: str = ""
    urn: str = ""
    flow: tuple[str, str] | None = None


def picked(state: Mapping[str, object] | None) -> Picked | None:
    """Read the value of `st.pydeck_chart(on_select=…)`; None when nothing is picked.

    Streamlit empties the value by itself when the picture changes, so None never means
    "clear the focus": a click on what is already in focus does.
    """
    selection = cast("Mapping[str, object]", (state or {}).get("selection") or {})
    objects = cast("Mapping[str, Sequence[Mapping[str, object]]]", selection.get("objects") or {})
    for layer_id, found in objects.items():
        if found:
            return _read(layer_id, found[0])
    return None


def picked_in(click: object) -> Picked | None:
    """Read a click on our own canvas: the `layer` and the `code` of the thing; None for nothing.

    A browser can send anything instead, which is nothing.
    """
    if not isinstance(click, dict):
        return None
    return _read(str(click.get("layer")), {"code": click.get("code", "")})


def _read(layer_id: str, thing: Mapping[str, object]) -> Picked | None:
    properties = cast("Mapping[str, object]", thing.get("properties") or thing)
    code = str(properties.get("code", ""))
    if layer_id == FLOWS:
        start, _, end = code.partition("-")
        return Picked(flow=(start, end))
    if layer_id in {AREAS, HOME_COUNTS}:
        return Picked(la_code=code)
    return Picked(urn=code) if layer_id == HOMES else None
