"""Where do children come from? Hexagons in four classes; a hidden one looks like an empty one."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from rcc_dash.figures.deck import Layer, layer, lookup
from rcc_dash.figures.legend import Group, Item, Mark
from rcc_dash.figures.palette import ORIGIN_CLASSES, colour
from rcc_dash.figures.scales import CHILDREN_LABELS

_ALPHA: Final = 220


def origin_layers(origins: pd.DataFrame) -> Iterator[Layer]:
    """Draw `hex` (H3 id) by `class` (0 to 3, of `scales.CHILDREN_LABELS`); null classes are not sent."""
    shown = origins.dropna(subset=["class"]).sort_values("hex")
    if shown.empty:
        return
    pairs = zip(shown["hex"], shown["class"], strict=True)
    yield layer(
        "H3HexagonLayer",
        "origins",
        [{"h": str(cell), "k": int(rank)} for cell, rank in pairs],
        getHexagon="@@=h",
        getFillColor=lookup([colour(tone, _ALPHA) for tone in ORIGIN_CLASSES], "k"),
        extruded=False,
        stroked=False,
        coverage=0.94,
    )


def origin_legend(title: str) -> Group:
    """Say the classes of the hexagons, most children first."""
    pairs = zip(reversed(ORIGIN_CLASSES), reversed(CHILDREN_LABELS), strict=True)
    return Group(title, tuple(Item(Mark.HEXAGON, tone, words) for tone, words in pairs))
