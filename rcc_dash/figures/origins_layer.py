"""Where do children come from? Hexagons in four classes; a hidden one looks like an empty one."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import h3
import numpy as np
import pandas as pd

from rcc_dash.figures.deck import Layer, layer, lookup, rounded
from rcc_dash.figures.legend import Group, Item, Mark
from rcc_dash.figures.palette import ORIGIN_CLASSES, colour
from rcc_dash.figures.scales import CHILDREN_LABELS

_ALPHA: Final = 220
_COVERAGE: Final = 0.94


def origin_layers(origins: pd.DataFrame) -> Iterator[Layer]:
    """Draw `hex` (H3 id) by `class` (0 to 3, of `scales.CHILDREN_LABELS`); null classes are not sent."""
    shown = origins.dropna(subset=["class"]).sort_values("hex")
    if shown.empty:
        return
    pairs = zip(shown["hex"], shown["class"], strict=True)
    yield layer(
        "SolidPolygonLayer",
        "origins",
        [{"p": _hexagon(str(cell)), "k": int(rank)} for cell, rank in pairs],
        getPolygon="@@=p",
        getFillColor=lookup([colour(tone, _ALPHA) for tone in ORIGIN_CLASSES], "k"),
    )


@lru_cache(maxsize=4096)
def _hexagon(cell: str) -> list[list[float]]:
    """Give a cell's corners as longitude and latitude, drawn in a little so that cells stand apart."""
    corners = np.array(h3.cell_to_boundary(cell))[:, ::-1]
    middle = corners.mean(axis=0)
    return rounded(middle + (corners - middle) * _COVERAGE)


def origin_legend(title: str) -> Group:
    """Say the classes of the hexagons, most children first."""
    pairs = zip(reversed(ORIGIN_CLASSES), reversed(CHILDREN_LABELS), strict=True)
    return Group(title, tuple(Item(Mark.HEXAGON, tone, words) for tone, words in pairs))
