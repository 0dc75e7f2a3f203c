"""How are the names of members, and of areas beyond the window, written on the map?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from rcc_dash.figures.deck import Layer, layer, rounded
from rcc_dash.figures.flow_ends import Outsider
from rcc_dash.figures.labels import Box, Name, Placed, place_names
from rcc_dash.figures.palette import INK, QUIET, colour
from rcc_dash.figures.shapes import Shape, bounds_of
from rcc_dash.figures.view import View

NAME_PX: Final = 13
_MARGIN: Final = 4.0
_OUTSIDE: Final = "outside "


def names_of(
    members: Sequence[Shape], view: View, clear: Mapping[str, float], focus: str | None
) -> list[Name]:
    """Ask a place for each member's name: the one in focus first, then larger areas."""
    points = view.to_pixels(np.array([shape.label for shape in members]))
    sizes = {shape.code: _size(shape) for shape in members}
    return [
        Name(
            s.code,
            s.name,
            float(x),
            float(y),
            clear.get(s.code, 0.0),
            1e9 if s.code == focus else sizes[s.code],
        )
        for s, (x, y) in zip(members, points, strict=True)
    ]


def outsider_names(found: Iterable[Outsider]) -> list[Name]:
    """Ask a place for the names of areas that are no members, after all members."""
    return [Name(f"{_OUTSIDE}{o.code}", o.name, o.x, o.y, 3.0, -1.0, o.heading) for o in found]


def name_layers(names: Sequence[Name], view: View, taken: Sequence[Box]) -> Iterator[Layer]:
    """Write the names that find a place, with a thin line where one stands apart from its point."""
    window = Box(_MARGIN, _MARGIN, view.width - _MARGIN, view.height - _MARGIN)
    placed = place_names(names, window, NAME_PX, taken)
    lines = [{"p": _leader(place, view)} for place in placed if place.leader]
    if lines:
        yield layer("PathLayer", "leaders", lines, getPath="@@=p", getColor=colour(QUIET), **_THIN)
    for layer_id, outside, tone in (("neighbours", True, QUIET), ("names", False, INK)):
        some = [place for place in placed if place.code.startswith(_OUTSIDE) == outside]
        if some:
            yield layer(
                "TextLayer", layer_id, _words(some, view), getColor=colour(tone), getSize=NAME_PX, **WRITING
            )


def _words(placed: Sequence[Placed], view: View) -> list[dict[str, object]]:
    spots = rounded(view.to_lonlat(np.array([(place.x, place.y) for place in placed])))
    return [{"at": at, "text": place.text} for place, at in zip(placed, spots, strict=True)]


def _leader(placed: Placed, view: View) -> list[list[float]]:
    (x, y), box = placed.anchor, placed.box
    end = (min(max(x, box.left), box.right), min(max(y, box.top), box.bottom))
    return rounded(view.to_lonlat(np.array([(x, y), end])))


def _size(shape: Shape) -> float:
    box = bounds_of([shape])
    return (box.east - box.west) * (box.north - box.south)


_THIN: Final = {"getWidth": 1, "widthUnits": "pixels"}

WRITING: Final = {
    "getPosition": "@@=at",
    "getText": "@@=text",
    "fontFamily": "Arial, Helvetica, sans-serif",
    "fontWeight": 700,
    "characterSet": "auto",
    "lineHeight": 1.1,
    "background": True,
    "getBackgroundColor": [255, 255, 255, 205],
    "backgroundPadding": [3, 1, 3, 1],
}
"""Dark letters on a veil of white, so that they read on light and dark areas alike."""
