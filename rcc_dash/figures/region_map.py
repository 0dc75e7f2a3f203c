"""What does the map of a region show, as one picture with its legend and its words?"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from rcc_dash.domain.words import and_list
from rcc_dash.figures.area_layers import area_layers, hatch_layers, land_layers, outline_layers
from rcc_dash.figures.deck import Layer, RawDeck, deck_json, tip_in_focus
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
from rcc_dash.figures.labels import Box
from rcc_dash.figures.legend import Group, Legend
from rcc_dash.figures.legend_box import legend_box
from rcc_dash.figures.name_layer import name_layers, names_of, outsider_names
from rcc_dash.figures.origins_layer import origin_layers, origin_legend
from rcc_dash.figures.scale_bar import bar_box, bar_layers
from rcc_dash.figures.shading import Shaded, Shading, Tone, shaded
from rcc_dash.figures.shapes import Shape, bounds_of
from rcc_dash.figures.standing import between, standing
from rcc_dash.figures.view import EDGE, View, fitted_view, small_window_scale

_CLEAR_PX = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class MapSpec:
    """What to draw. A layer that is None is not drawn; frames are never changed.

    The ground's members fill the window of `size_px` (width, height).
    Columns of `shading.frame`: `figures.shading`; `origins`: `figures.origins_layer`; `flows`:
    `figures.flows_layer`; `home_counts`, `homes`: `figures.homes_layer`. `number` says what
    the numbers in the circles count. `focus` is the code of the LA, or the URN of the home,
    that all is about.
    `legend_px` keeps that much of the window's left side free for the legend.
    """

    region_name: str
    ground: Ground
    size_px: tuple[int, int]
    shading: Shading | None = None
    origins: pd.DataFrame | None = None
    flows: pd.DataFrame | None = None
    home_counts: pd.DataFrame | None = None
    homes: pd.DataFrame | None = None
    number: str = "homes"
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
    shades = shaded(spec.shading, [shape.code for shape in members], pale=spec.flows is not None)
    legend = Legend(tuple(_groups(spec, shades)))
    layers = [*_ground(spec, shades), *_things(spec, view, legend_box(legend, spec.legend_px, view))]
    return RegionMap(RawDeck(deck_json(view, layers)), legend, _alt(spec))


def _ground(spec: MapSpec, shades: Shaded) -> Iterator[Layer]:
    """Stack the land; without shading the hexagons lie under the areas, whose lines then stay seen."""
    members = spec.ground.members
    origins = () if spec.origins is None else tuple(origin_layers(spec.origins))
    tips = {shape.code: tip_in_focus(_tip(shape, shades), shape.code, spec.focus) for shape in members}
    areas = tuple(area_layers(members, shades, tips, clear=bool(origins)))
    yield from land_layers(spec.ground.context)
    yield from (*areas, *origins) if spec.shading is not None else (*origins, *areas)
    yield from hatch_layers(members, shades.codes(Tone.HIDDEN))
    yield from outline_layers(members, shades.codes(Tone.MISSING), focus=False)
    yield from outline_layers(members, frozenset({spec.focus or ""}), focus=True)


def _things(spec: MapSpec, view: View, legend: Box) -> Iterator[Layer]:
    members, size = spec.ground.members, small_window_scale(view)
    radii = {} if spec.home_counts is None else circle_radii(spec.home_counts, size)
    clear = {code: radius + _CLEAR_PX for code, radius in radii.items()}
    stands = standing(members, radii, view)
    flows = None if spec.flows is None else between(spec.flows, stands)
    if flows is not None:
        yield from flow_layers(flows, view, clear)
    if spec.homes is not None:
        yield from located_layers(spec.homes, spec.focus)
    if spec.home_counts is not None:
        yield from count_layers(spec.home_counts, stands, radii, spec.focus)
    others = () if flows is None else outsiders(flows, {shape.code for shape in members}, view)
    names = [*names_of(stands, view, clear, spec.focus), *outsider_names(others)]
    yield from name_layers(names, view, [bar_box(view), legend])
    yield from bar_layers(view)


def _groups(spec: MapSpec, shades: Shaded) -> Iterator[Group]:
    if spec.shading is not None:
        yield shades.legend()
    if spec.origins is not None:
        yield origin_legend("Where children come from")
    if spec.flows is not None:
        yield from flow_legend(spec.flows)
    if spec.home_counts is not None:
        yield from count_legend(spec.home_counts, spec.number)
    if spec.homes is not None:
        yield from located_legend(spec.homes)


def _tip(shape: Shape, shades: Shaded) -> str:
    said = shades.said(shape.code)
    return f"{shape.name}\n{shades.title}: {said}" if said else shape.name


def _alt(spec: MapSpec) -> str:
    parts = [] if spec.shading is None else [f"local authorities shaded by “{spec.shading.title}”"]
    if spec.home_counts is not None or spec.homes is not None:
        parts.append("children's homes")
    if spec.origins is not None:
        parts.append("where children come from")
    if spec.flows is not None:
        parts.append(f"{len(drawn_flows(spec.flows))} flows of children to the areas where they are placed")
    shown = f", with {and_list(parts)}" if parts else ""
    return f"Map of {spec.region_name}{shown}. The table beside it has the same numbers."
