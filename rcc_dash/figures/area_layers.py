"""How are local authorities drawn: neighbours as land, members by tone, the one in focus in ink?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from rcc_dash.figures.deck import Layer, layer, lookup, rounded_polygon
from rcc_dash.figures.ground import Ground
from rcc_dash.figures.hatch import HATCH_PNG, HATCH_SIZE
from rcc_dash.figures.outlines import LAND, outlines
from rcc_dash.figures.palette import INK, LINE, MEMBER_LINE, QUIET, WATER, colour
from rcc_dash.figures.palette import LAND as LAND_COLOUR
from rcc_dash.figures.shading import Shaded
from rcc_dash.figures.shapes import Shape

AREAS: Final = "areas"
"""Name of the layer that is clicked to choose an area."""

_SEA: Final = [[-40, 35], [40, 35], [40, 70], [-40, 70], [-40, 35]]
_PIXELS: Final = "pixels"
_DASHED: Final = {
    "getDashArray": [4, 3],
    "extensions": [{"@@type": "PathStyleExtension", "dash": True}],
}


@lru_cache(maxsize=8)
def land_layers(ground: Ground) -> tuple[Layer, ...]:
    """Draw water and, on it, the neighbours as plain land with thin lines."""
    sea = layer("SolidPolygonLayer", "sea", [{"p": _SEA}], getPolygon="@@=p", getFillColor=colour(WATER))
    if not ground.context:
        return (sea,)
    feature = _feature(outlines(ground)[LAND], {})
    return sea, _features(LAND, [feature], getFillColor=colour(LAND_COLOUR), getLineColor=colour(LINE))


def area_layers(
    ground: Ground, shades: Shaded, tips: Mapping[str, str], *, clear: bool = False
) -> Iterator[Layer]:
    """Draw member areas in the order given; only their fill can be pointed at, never their lines.

    Each object carries `code`, `tip` and its tone's number, and nothing else about the area.
    With `clear`, plain areas let what is below show through.
    """
    plain, *others = shades.colours
    colours = [colour(plain, 0 if clear else 255), *map(colour, others)]
    yield _features(
        AREAS,
        [
            _feature(
                outlines(ground)[shape.code],
                {"code": shape.code, "tip": tips[shape.code], "tone": shades.tones[shape.code]},
            )
            for shape in ground.members
        ],
        pickable=True,
        autoHighlight=True,
        highlightColor=[11, 12, 12, 40],
        getFillColor=lookup(colours, "properties.tone"),
        getLineColor=colour(INK, 190) if clear else colour(MEMBER_LINE),
        _subLayerProps={"polygons-stroke": {"pickable": False}},
    )


def hatch_layers(ground: Ground, hidden: frozenset[str]) -> Iterator[Layer]:
    """Draw diagonal lines over the areas whose figure is hidden."""
    features = [_feature(outlines(ground)[s.code], {}) for s in ground.members if s.code in hidden]
    if features:
        pattern = {"x": 0, "y": 0, "width": HATCH_SIZE, "height": HATCH_SIZE, "mask": True}
        yield _features(
            "hatch",
            features,
            getFillColor=colour(QUIET, 150),
            stroked=False,
            extensions=[{"@@type": "FillStyleExtension", "pattern": True}],
            fillPatternAtlas=HATCH_PNG,
            fillPatternMapping={"hatch": pattern},
            getFillPattern="@@=properties.none || 'hatch'",
            getFillPatternScale=60,
        )


def outline_layers(members: Iterable[Shape], codes: frozenset[str], *, focus: bool) -> Iterator[Layer]:
    """Outline areas again: in strong ink where in focus, else dashed for "not returned"."""
    rings = [
        polygon[0]
        for shape in members
        if shape.code in codes
        for polygon in map(rounded_polygon, shape.polygons)
    ]
    if rings:
        yield layer(
            "PathLayer",
            "focus" if focus else "missing",
            [{"p": ring} for ring in rings],
            getPath="@@=p",
            getColor=colour(INK if focus else QUIET),
            getWidth=3.5 if focus else 2,
            widthUnits=_PIXELS,
            jointRounded=True,
            **({} if focus else _DASHED),
        )


def _features(name: str, features: Sequence[object], **props: object) -> Layer:
    data = {"type": "FeatureCollection", "features": list(features)}
    return layer("GeoJsonLayer", name, data, lineWidthUnits=_PIXELS, getLineWidth=1, **props)


def _feature(geometry: Layer, properties: Mapping[str, object]) -> Layer:
    return {"type": "Feature", "properties": dict(properties), "geometry": geometry}
