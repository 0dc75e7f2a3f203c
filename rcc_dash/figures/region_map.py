"""What does the map of a region show, as one picture with its legend and its words?"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from rcc_dash.domain.words import and_list
from rcc_dash.figures.area_layers import area_layers, hatch_layers, land_layers, outline_layers
from rcc_dash.figures.deck import Layer, RawDeck, deck_spec, tip_in_focus
from rcc_dash.figures.ground import Ground
from rcc_dash.figures.legend import Group, Legend
from rcc_dash.figures.legend_box import legend_box
from rcc_dash.figures.map_words import shaded_words
from rcc_dash.figures.origins_layer import origin_layers, origin_legend
from rcc_dash.figures.shading import Shaded, Shading, Tone, shaded
from rcc_dash.figures.shapes import Shape, bounds_of
from rcc_dash.figures.things import NOTHING, Things, thing_groups, thing_layers
from rcc_dash.figures.view import EDGE, fitted_view


@dataclass(frozen=True, slots=True, eq=False)
class MapSpec:
    """What to draw. A layer that is None is not drawn; frames are never changed.

    The ground's members fill the window of `size_px` (width, height).
    Columns of `shading.frame`: `figures.shading`; `origins`: `figures.origins_layer`. `focus` is
    the code of the LA, or the URN of the home, that all is about.
    `legend_px` keeps that much of the window's left side free for the legend.
    """

    region_name: str
    ground: Ground
    size_px: tuple[int, int]
    shading: Shading | None = None
    origins: pd.DataFrame | None = None
    things: Things = NOTHING
    focus: str | None = None
    legend_px: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class RegionMap:
    """The finished map: for `st.pydeck_chart`, for the legend's box and for screen readers."""

    deck: RawDeck
    legend: Legend
    alt: str


def region_map(spec: MapSpec) -> RegionMap:
    """Draw a region's map; areas come in order of code whatever is filtered."""
    members = spec.ground.members
    view = fitted_view(bounds_of(members), spec.size_px, EDGE + spec.legend_px)
    shades = shaded(spec.shading, [shape.code for shape in members], pale=spec.things.flows is not None)
    legend = Legend(tuple(_groups(spec, shades)))
    room = legend_box(legend, spec.legend_px, view)
    layers = [*_ground(spec, shades), *thing_layers(spec.things, spec.ground, view, room, spec.focus)]
    return RegionMap(RawDeck(deck_spec(view, layers)), legend, _alt(spec))


def _ground(spec: MapSpec, shades: Shaded) -> Iterator[Layer]:
    """Stack the land; without shading the hexagons lie under the areas, whose lines then stay seen."""
    members = spec.ground.members
    origins = () if spec.origins is None else tuple(origin_layers(spec.origins))
    tips = {shape.code: tip_in_focus(_tip(shape, shades), shape.code, spec.focus) for shape in members}
    areas = tuple(area_layers(spec.ground, shades, tips, clear=bool(origins)))
    yield from land_layers(spec.ground)
    yield from (*areas, *origins) if spec.shading is not None else (*origins, *areas)
    yield from hatch_layers(spec.ground, shades.codes(Tone.HIDDEN))
    yield from outline_layers(members, shades.codes(Tone.MISSING), focus=False)
    yield from outline_layers(members, frozenset({spec.focus or ""}), focus=True)


def _groups(spec: MapSpec, shades: Shaded) -> Iterator[Group]:
    if spec.shading is not None:
        yield shades.legend()
    if spec.origins is not None:
        yield origin_legend("Where children come from")
    yield from thing_groups(spec.things)


def _tip(shape: Shape, shades: Shaded) -> str:
    said = shades.said(shape.code)
    return f"{shape.name}\n{shades.title}: {said}" if said else shape.name


def _alt(spec: MapSpec) -> str:
    parts = [] if spec.shading is None else [f"local authorities shaded by “{spec.shading.title}”"]
    if spec.things.home_counts is not None or spec.things.homes is not None:
        parts.append("children's homes")
    if spec.origins is not None:
        parts.append("where children come from")
    if spec.things.flows is not None:
        parts.append(f"{len(spec.things.flows)} flows of children to the areas where they are placed")
    shown = f", with {and_list(parts)}" if parts else ""
    names = {shape.code: shape.name for shape in spec.ground.members}
    shades = "" if spec.shading is None else shaded_words(spec.shading, names)
    essence = f"{shades}{spec.things.essence}"
    return f"Map of {spec.region_name}{shown}.{essence} The table beside it has the same numbers."
