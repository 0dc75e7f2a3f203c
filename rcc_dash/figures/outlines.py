"""Which outlines does the browser keep? Each under a name, so that a picture need not send them again."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, cast

from rcc_dash.figures.deck import Layer, rounded_polygon
from rcc_dash.figures.ground import Ground
from rcc_dash.figures.polyline import polyline
from rcc_dash.figures.shapes import Polygon, Shape

LAND: Final = "land"
"""Name of what lies around a region; a member's outline has its code."""

_PATH: Final = "p"
"""Where a layer's objects carry a line of their own, by the convention of `figures.deck`."""

_BY_CARD: Final = frozenset({
    "_subLayerProps", "fillPatternAtlas", "fillPatternMapping", "getFillPattern", "getFillPatternScale",
})  # fmt: skip
"""What tells only a graphics card how to draw."""


class Outline(dict[str, object]):
    """A GeoJSON geometry, with the name under which the browser keeps it."""

    def __init__(self, name: str, polygons: Sequence[Polygon]) -> None:
        """Round an area's polygons to what is drawn."""
        super().__init__(type="MultiPolygon", coordinates=[rounded_polygon(polygon) for polygon in polygons])
        self.name = name


@lru_cache(maxsize=8)
def outlines(ground: Ground) -> Mapping[str, Outline]:
    """Give the outlines of a region's members and of the land around them, by name."""
    around = Outline(LAND, [polygon for shape in ground.context for polygon in shape.polygons])
    return {LAND: around} | {shape.code: _outline(shape) for shape in ground.members}


def kept_outlines(ground: Ground) -> dict[str, list[list[str]]]:
    """Give what the browser keeps of a region: for each name its polygons, whose rings are polylines."""
    found = outlines(ground).items()
    return {name: [[*map(polyline, polygon)] for polygon in _polygons(shape)] for name, shape in found}


def as_sent(spec: Mapping[str, object]) -> dict[str, object]:
    """Give a picture (`figures.deck.deck_spec`) with names for the outlines that the browser keeps."""
    stacks = cast("Iterable[Iterable[Layer]]", spec["layers"])
    return {**spec, "layers": [[_as_sent(layer) for layer in layers] for layers in stacks]}


def _as_sent(layer: Layer) -> dict[str, object]:
    data: Any = layer["data"]
    named: object
    if isinstance(data, Mapping):
        named = {**data, "features": [_feature(feature) for feature in data["features"]]}
    else:
        named = [{**one, _PATH: polyline(one[_PATH])} if _PATH in one else one for one in data]
    return {key: value for key, value in layer.items() if key not in _BY_CARD} | {"data": named}


def _feature(feature: Mapping[str, object]) -> Mapping[str, object]:
    shape = feature["geometry"]
    return {**feature, "geometry": shape.name} if isinstance(shape, Outline) else feature


def _outline(shape: Shape) -> Outline:
    return Outline(shape.code, shape.polygons)


def _polygons(shape: Outline) -> list[list[list[list[float]]]]:
    return cast("list[list[list[list[float]]]]", shape["coordinates"])
