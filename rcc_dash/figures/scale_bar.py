"""How far is 20 miles on this map?"""

import math
from collections.abc import Iterator
from typing import Final

import numpy as np

from rcc_dash.figures.deck import Layer, layer, rounded
from rcc_dash.figures.labels import Box
from rcc_dash.figures.name_layer import WRITING
from rcc_dash.figures.palette import INK, colour
from rcc_dash.figures.view import Floats, View
from rcc_dash.settings import FAR_MILES

_MARGIN: Final = 18.0
_TICK: Final = 6.0
_TEXT_ABOVE: Final = 13.0


def bar_box(view: View) -> Box:
    """Give the part of the window that the scale bar takes, lower right."""
    width = view.miles_to_pixels(FAR_MILES)
    right, bottom = view.width - _MARGIN, view.height - _MARGIN
    return Box(right - width, bottom - _TEXT_ABOVE - 12, right, bottom)


def bar_layers(view: View) -> Iterator[Layer]:
    """Draw a bar of 20 miles and its words, fixed to the land so that it grows with the map."""
    box = bar_box(view)
    middle = np.array([[(box.left + box.right) / 2, box.bottom - _TEXT_ABOVE]])
    (at,) = rounded(view.to_lonlat(middle))
    path = {"p": rounded(_bar(view, box))}
    yield layer(
        "PathLayer", "scale", [path], getPath="@@=p", getColor=colour(INK), getWidth=2, widthUnits="pixels"
    )
    text = [{"at": at, "text": f"{FAR_MILES:.0f} miles"}]
    yield layer("TextLayer", "scale-words", text, getColor=colour(INK), getSize=13, **WRITING)


def _bar(view: View, box: Box) -> Floats:
    """Give the bar with its end ticks, as long as 20 miles are at its own latitude."""
    ends = np.array([(box.left, box.bottom), (box.right, box.bottom)])
    lat = float(view.to_lonlat(ends)[0, 1])
    left = box.right - (box.right - box.left) * math.cos(math.radians(view.lat)) / math.cos(math.radians(lat))
    up = box.bottom - _TICK
    return view.to_lonlat(
        np.array([(left, up), (left, box.bottom), (box.right, box.bottom), (box.right, up)])
    )
