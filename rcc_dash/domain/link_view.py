"""The part of a link that says how the map is looked at."""

import re
from dataclasses import replace

from rcc_dash.domain.camera import CAMERA, Camera, camera_of
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.link_reader import LinkReader, quoted
from rcc_dash.domain.measures import AREA_MEASURES
from rcc_dash.domain.places import la_name, local_authorities, match_area
from rcc_dash.domain.views import LAYER_LABELS, TOP_RANGE, Focus, MapView, Mode


def read_view(reader: LinkReader, filters: Filters) -> MapView:
    """Read the flows, shading, layers and focus on one of the filter's LAs; what cannot be had is told."""
    plain = MapView()
    mode = next(
        iter(reader.known("m", [mode.value for mode in Mode], "the flow direction")), plain.mode.value
    )
    return MapView(
        mode=Mode(mode),
        shade=next(iter(reader.known("shade", AREA_MEASURES, "the shading")), plain.shade),
        layers=_read_layers(reader),
        top=_read_top(reader),
        focus=_read_focus(reader, filters),
    )


def read_camera(reader: LinkReader) -> Camera | None:
    """Read where the map stands; what is nowhere that it can stand is told."""
    token = reader.values.get(CAMERA, "")
    camera = camera_of(token)
    if token and camera is None:
        reader.say(f"the place {quoted(token)} on the map, where it cannot stand", "The whole area is shown.")
    return camera


def _read_layers(reader: LinkReader) -> tuple[str, ...]:
    asked = reader.known("show", [*LAYER_LABELS, "none"], "the map layer")
    return asked or MapView().layers


def _read_top(reader: LinkReader) -> int:
    token = reader.first("top")
    if not token:
        return MapView().top
    low, high = TOP_RANGE
    if re.fullmatch(r"[0-9]{1,3}", token) and low <= int(token) <= high:
        return int(token)
    reader.say(f"the largest {quoted(token)} flows", f"Between {low} and {high} can be shown.")
    return MapView().top


def _read_focus(reader: LinkReader, filters: Filters) -> Focus:
    token = reader.first("f")
    la_code = match_area(token[2:]).la_code if re.fullmatch(r"la[0-9]{3}", token) else None
    focus = Focus(la_code=la_code or "", urn=token[4:] if token.startswith("home") else "").normalised()
    if token and not focus:
        reader.say(f"the focus {quoted(token)}, which is not known")
    if focus.la_code and focus.la_code not in filters.selectable_las:
        area = replace(filters, las=()).area_words()
        reader.say(f"the focus {la_name(focus.la_code)}, which is not in {area}")
        return Focus()
    return focus


def view_pairs(view: MapView) -> dict[str, str]:
    """Give the query parameters of how the map is looked at; blank where nothing was changed."""
    plain = MapView()
    return {
        "m": view.mode.value if view.mode != plain.mode else "",
        "shade": view.shade if view.shade != plain.shade else "",
        "show": (".".join(view.layers) or "none") if view.layers != plain.layers else "",
        "top": str(view.top) if view.top != plain.top else "",
        "f": _focus_token(view.focus),
    }


def _focus_token(focus: Focus) -> str:
    """Write what is in focus as it stands in a link; blank for nothing."""
    if focus.urn:
        return f"home{focus.urn}"
    return f"la{local_authorities()[focus.la_code].dfe_code}" if focus.la_code in local_authorities() else ""
