"""What stands on the land: flows, homes and names. Laid out once for the same frames in the same window.

Most changes of a filter leave all of this as it is, and laying it out is half of drawing a map.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pandas as pd

from rcc_dash.figures.deck import Layer
from rcc_dash.figures.flow_ends import drawn_flows, outsiders
from rcc_dash.figures.flows_layer import flow_layers, flow_legend
from rcc_dash.figures.ground import Ground
from rcc_dash.figures.homes_layer import (
    circle_radii,
    count_layers,
    count_legend,
    located_layers,
    located_legend,
)
from rcc_dash.figures.labels import Box, Name
from rcc_dash.figures.legend import Group
from rcc_dash.figures.name_layer import name_layers, names_of, outsider_names
from rcc_dash.figures.scale_bar import bar_box, bar_layers
from rcc_dash.figures.standing import between, standing
from rcc_dash.figures.view import View, small_window_scale

_CLEAR_PX: Final = 3.0
_BUTTONS: Final = Box(0, 0, 46, 152)
"""Where the map's buttons stand."""


@dataclass(frozen=True, slots=True, eq=False)
class Things:
    """What to draw on the land; None is not drawn. Told apart by identity, so keep and use it again.

    `flows`: those that are drawn, as `flow_ends.drawn_flows` orders them (columns:
    `figures.flows_layer`). `home_counts`, `homes`: `figures.homes_layer`. `number` says what
    the numbers in the circles count, `essence` what all of it comes to (`figures.map_words`).
    """

    flows: pd.DataFrame | None = None
    home_counts: pd.DataFrame | None = None
    homes: pd.DataFrame | None = None
    number: str = "homes"
    essence: str = ""


NOTHING: Final = Things()


def things(
    flows: pd.DataFrame | None = None,
    home_counts: pd.DataFrame | None = None,
    homes: pd.DataFrame | None = None,
    number: str = "homes",
    essence: str = "",
) -> Things:
    """Put frames together, of the flows only those that are drawn."""
    return Things(None if flows is None else drawn_flows(flows), home_counts, homes, number, essence)


@lru_cache(maxsize=64)
def thing_layers(
    found: Things, ground: Ground, view: View, legend: Box, focus: str | None
) -> tuple[Layer, ...]:
    """Draw flows, homes, the names that find a place beside legend and buttons, and the scale."""
    laid = _laid(found, ground, view, focus)
    names = name_layers(laid.names, view, [bar_box(view), legend, _BUTTONS])
    return (*laid.layers, *names, *bar_layers(view))


@lru_cache(maxsize=64)
def thing_groups(found: Things) -> tuple[Group, ...]:
    """Say what the arrows, circles and dots mean."""
    return tuple(_groups(found))


@dataclass(frozen=True, slots=True)
class _Laid:
    """What lies on the land whatever the legend covers, and the names that want a place."""

    layers: tuple[Layer, ...]
    names: tuple[Name, ...]


@lru_cache(maxsize=64)
def _laid(found: Things, ground: Ground, view: View, focus: str | None) -> _Laid:
    members = ground.members
    size = small_window_scale(view)
    radii = {} if found.home_counts is None else circle_radii(found.home_counts, size)
    clear = {code: radius + _CLEAR_PX for code, radius in radii.items()}
    stands = standing(members, radii, view)
    flows = None if found.flows is None else between(found.flows, stands)
    layers = [] if flows is None else [*flow_layers(flows, view, clear)]
    if found.homes is not None:
        layers += located_layers(found.homes, focus)
    if found.home_counts is not None:
        layers += count_layers(found.home_counts, stands, radii, focus)
    others = () if flows is None else outsiders(flows, {shape.code for shape in members}, view)
    names = (*names_of(stands, view, clear, focus), *outsider_names(others))
    return _Laid(tuple(layers), names)


def _groups(found: Things) -> Iterator[Group]:
    if found.flows is not None:
        yield from flow_legend(found.flows)
    if found.home_counts is not None:
        yield from count_legend(found.home_counts, found.number)
    if found.homes is not None:
        yield from located_legend(found.homes)
