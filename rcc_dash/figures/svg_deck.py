"""How does the map come out as a crisp picture? Its layers as SVG, in the colours and places of the screen.

It draws what `figures.deck` describes, as the canvas does (`ui/region_canvas/layers.js`), so that the map
that is taken away can show nothing else than the map on the screen.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final, cast

import numpy as np
from shapely import Polygon, box, make_valid

from rcc_dash.figures.deck import Layer
from rcc_dash.figures.palette import WATER
from rcc_dash.figures.svg_parts import LINES_FILL, Piece
from rcc_dash.figures.text_size import text_width
from rcc_dash.figures.view import Floats, View
from rcc_dash.settings import METRES_PER_MILE

_PATH: Final = re.compile(r"@@=([\w.]+)")
_CASE: Final = re.compile(r"([\w.]+)==(\d+)\?(\[[\d,]+\]):")
_MIDDLE: Final = 0.35
"""From the middle of a line of letters to its foot, as a share of its size."""

_BEYOND: Final = 1.0
"""Pixels beyond the window at which land is cut off, so that its line frames the map."""

Reader = Callable[[Mapping[str, Any]], Any]


def deck_piece(spec: Mapping[str, object], size_px: tuple[int, int]) -> Piece:
    """Draw a whole map, as it opens in a window of this size."""
    state = cast("Mapping[str, float]", spec["initialViewState"])
    view = View(state["longitude"], state["latitude"], state["zoom"], *size_px)
    (layers,) = cast("Sequence[Sequence[Layer]]", spec["layers"])
    drawn = "".join("".join(_KINDS[str(layer["@@type"])](layer, view)) for layer in layers)
    width, height = size_px
    sea = f'<rect width="{width}" height="{height}" fill="{WATER}"/>'
    return Piece(sea + drawn, width, height)


def _polygons(layer: Layer, view: View) -> Iterator[str]:
    is_geo = layer["@@type"] == "GeoJsonLayer"
    data: Any = layer["data"]
    rings = _reader(layer.get("getPolygon"))
    fill, line = _reader(layer.get("getFillColor")), _reader(_line_of(layer))
    hatched = bool(layer.get("extensions"))
    for one in data["features"] if is_geo else data:
        shapes = one["geometry"]["coordinates"] if is_geo else [rings(one)]
        path = "".join(_area(_rings(shape), view) for shape in shapes)
        paint = f' fill="{LINES_FILL}"' if hatched else _paint("fill", fill(one))
        edge = _paint("stroke", line(one)) + f' stroke-width="{layer.get("getLineWidth", 1)}"'
        yield f'<path d="{path}" fill-rule="evenodd" stroke-linejoin="round"{paint}{edge}/>'


def _line_of(layer: Layer) -> object:
    return layer.get("getLineColor") if layer.get("stroked", True) else None


def _paths(layer: Layer, view: View) -> Iterator[str]:
    path, colour = _reader(layer["getPath"]), _reader(layer["getColor"])
    width = float(str(layer.get("getWidth", 1)))
    dash = " ".join(f"{part * width:g}" for part in cast("Sequence[float]", layer.get("getDashArray") or ()))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    for one in cast("Sequence[Mapping[str, Any]]", layer["data"]):
        line = _paint("stroke", colour(one))
        yield (
            f'<path d="{_ring(path(one), view)}" fill="none"{line} stroke-width="{width:g}"'
            f' stroke-linejoin="round"{dashed}/>'
        )


def _circles(layer: Layer, view: View) -> Iterator[str]:
    at, radius = _reader(layer["getPosition"]), _reader(layer["getRadius"])
    fill = _reader(layer.get("getFillColor") if layer.get("filled", True) else None)
    line = _reader(layer.get("getLineColor") if layer.get("stroked") else None)
    least = float(str(layer.get("radiusMinPixels", 0)))
    for one in cast("Sequence[Mapping[str, Any]]", layer["data"]):
        x, y = view.to_pixels(np.array([at(one)]))[0]
        reach = float(radius(one))
        if layer.get("radiusUnits") == "meters":
            reach = view.miles_to_pixels(reach / METRES_PER_MILE)
        paint = _paint("fill", fill(one)) + _paint("stroke", line(one))
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{max(reach, least):.1f}"{paint}'
            f' stroke-width="{layer.get("getLineWidth", 1)}"/>'
        )


def _words(layer: Layer, view: View) -> Iterator[str]:
    at, text = _reader(layer["getPosition"]), _reader(layer["getText"])
    size = float(str(layer["getSize"]))
    step = size * float(str(layer.get("lineHeight", 1)))
    ink = _paint("fill", layer["getColor"])
    for one in cast("Sequence[Mapping[str, Any]]", layer["data"]):
        x, y = view.to_pixels(np.array([at(one)]))[0]
        lines = str(text(one)).split("\n")
        yield _veil(layer, lines, (x, y), size, step)
        top = y - (len(lines) - 1) / 2 * step + _MIDDLE * size
        spans = "".join(
            f'<tspan x="{x:.1f}" y="{top + n * step:.1f}">{escape(line)}</tspan>'
            for n, line in enumerate(lines)
        )
        weight = layer.get("fontWeight", 400)
        yield f'<text text-anchor="middle" font-size="{size:g}" font-weight="{weight}"{ink}>{spans}</text>'


def _veil(layer: Layer, lines: Sequence[str], at: tuple[float, float], size: float, step: float) -> str:
    if not layer.get("background"):
        return ""
    pad = cast("Sequence[float]", layer.get("backgroundPadding") or (0, 0))
    width = text_width("\n".join(lines), size) * 0.95 + 2 * pad[0]
    height = len(lines) * step + 2 * pad[1]
    place = (
        f'x="{at[0] - width / 2:.1f}" y="{at[1] - height / 2:.1f}" width="{width:.1f}" height="{height:.1f}"'
    )
    return f"<rect {place}{_paint('fill', layer['getBackgroundColor'])}/>"


_KINDS: Final[Mapping[str, Callable[[Layer, View], Iterator[str]]]] = {
    "SolidPolygonLayer": _polygons,
    "GeoJsonLayer": _polygons,
    "PolygonLayer": _polygons,
    "PathLayer": _paths,
    "ScatterplotLayer": _circles,
    "TextLayer": _words,
}


def _reader(spec: object) -> Reader:
    """Read what a layer says of each object: a constant, "@@=path", or cases of a whole number."""
    if not isinstance(spec, str) or not spec.startswith("@@="):
        return lambda _: spec
    path = _PATH.fullmatch(spec)
    if path:
        return lambda one: _dug(one, path[1])
    cases = [(key, int(number), json.loads(colour)) for key, number, colour in _CASE.findall(spec)]
    last = json.loads(spec[spec.rindex("[") :])
    return lambda one: next((c for key, number, c in cases if _dug(one, key) == number), last)


def _dug(one: Mapping[str, Any], path: str) -> object:
    found: Any = one
    for key in path.split("."):
        found = found[key]
    return found


def _rings(shape: Any) -> Any:  # noqa: ANN401 a polygon's rings, or one ring alone
    return shape if isinstance(shape[0][0], list) else [shape]


def _area(rings: Sequence[Sequence[Sequence[float]]], view: View) -> str:
    """Draw a polygon, cut off at the window: what SVG clips itself takes seconds to become a PNG."""
    pixels = [view.to_pixels(np.array(ring)) for ring in rings]
    window = (-_BEYOND, -_BEYOND, view.width + _BEYOND, view.height + _BEYOND)
    (low, high) = pixels[0].min(axis=0), pixels[0].max(axis=0)
    if (low < window[0]).any() or (high > window[2:]).any():
        seen = make_valid(Polygon(pixels[0], pixels[1:])).intersection(box(*window))
        parts = getattr(seen, "geoms", [seen])
        pixels = [
            np.array(ring.coords)
            for part in parts
            if isinstance(part, Polygon) and not part.is_empty
            for ring in (part.exterior, *part.interiors)
        ]
    return "".join(f"{_line(ring)}Z" for ring in pixels)


def _ring(ring: Sequence[Sequence[float]], view: View) -> str:
    return _line(view.to_pixels(np.array(ring)))


def _line(pixels: Floats) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in pixels)


def _paint(kind: str, colour: object) -> str:
    """Write a colour of red, green, blue and alpha as SVG; nothing where there is none."""
    if not colour:
        return f' {kind}="none"'
    red, green, blue, *alpha = cast("Sequence[int]", colour)
    veiled = f' {kind}-opacity="{alpha[0] / 255:.2f}"' if alpha and alpha[0] != 255 else ""  # noqa: PLR2004 opaque
    return f' {kind}="#{red:02x}{green:02x}{blue:02x}"{veiled}'
