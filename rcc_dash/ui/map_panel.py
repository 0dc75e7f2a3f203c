"""The map: what it draws for a view, and what a click on it does."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.camera import Camera
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import measures
from rcc_dash.domain.view_words import filter_words
from rcc_dash.domain.views import Focus, MapView
from rcc_dash.figures.base_map import label_points, region_ground
from rcc_dash.figures.legend import legend_html
from rcc_dash.figures.map_frames import count_frame, flow_frame, located_frame, origin_frame, shading_of
from rcc_dash.figures.map_words import thing_words
from rcc_dash.figures.picked import Picked
from rcc_dash.figures.region_map import MapSpec, RegionMap, region_map
from rcc_dash.figures.sentences import ABOUT
from rcc_dash.figures.take_away_pictures import region_map_piece
from rcc_dash.figures.things import Things, things
from rcc_dash.queries.area_values import Day
from rcc_dash.queries.flows import flows
from rcc_dash.queries.headlines import values_now
from rcc_dash.queries.homes import homes_list
from rcc_dash.queries.origins import origins
from rcc_dash.queries.reader import Reader
from rcc_dash.ui.cached import ask
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.map_canvas import Hand, Stand, draw_map
from rcc_dash.ui.session import open_view, set_view, state
from rcc_dash.ui.shell import Context
from rcc_dash.ui.strips import EXACT, synthetic_tag
from rcc_dash.ui.take_away_notes import on_page

WIDE_PX: Final = (715, 560)
ROOM_PX: Final = (960, 400)
"""In a room the map has the width to itself, and is drawn larger by the browser."""
LEGEND_PX: Final = 226
"""Room that the legend takes inside the map on a wide screen; on a phone it stands below."""
NARROW_PX: Final = (350, 420)
_KEY: Final = "region-map"


def map_panel(now: Context) -> None:
    """Draw the map with its legend; a click on an area or a home puts it in focus."""
    size = _size(is_presented=now.state.meeting.is_on)
    stand = Stand(size[1], now.state.filters.rcc, now.state.camera)
    now = replace(now, state=replace(now.state, camera=None))  # moving the map asks nothing
    drawn = ask(_drawn, now, size)
    on_page().note_picture(
        drawn.alt.split(". ")[0], lambda _: region_map_piece(ask(_drawn, now, WIDE_PX), WIDE_PX)
    )
    with st.container(key="map-frame"):
        draw_map(drawn, stand, _KEY, Hand(_focus_on_click, _move))
        with st.container(key="map-legend"):
            st.html(legend_html(drawn.legend))
        with st.container(key="map-mark"):
            _mark(now)


def _mark(now: Context) -> None:
    """Say on the map itself, for when it fills the screen, whom it is about and what figures these are."""
    dates = now.calendar.dates
    said = filter_words(now.state.filters, dates[-1] if dates else None)
    kind = f" {synthetic_tag()}" if now.is_demo else ""
    exact = f'<p class="strip strip-exact">{EXACT}</p>' if now.reader.rule.exact else ""
    st.html(f'{exact}<p class="slide-line">{escape(said)}{kind}</p>')


def _size(*, is_presented: bool) -> tuple[int, int]:
    if is_narrow():
        return NARROW_PX
    return ROOM_PX if is_presented else WIDE_PX


def focus_on(focus: Focus) -> None:
    """Put an area or a home in focus; the same one again takes it out."""
    view = state().view
    set_view(replace(view, focus=Focus() if focus == view.focus else focus))


def _focus_on_click(thing: Picked) -> None:
    if thing.la_code or thing.urn:
        focus_on(Focus(la_code=thing.la_code, urn=thing.urn))


def _move(camera: Camera | None) -> None:
    open_view(replace(state(), camera=camera))


def _drawn(now: Context, size: tuple[int, int]) -> RegionMap:
    filters, view = now.state.filters, now.state.view
    values = ask(values_now, now.reader, filters, now.calendar)
    areas = {code: values.figures[code] for code in filters.la_codes}
    base = region_ground(filters.cooperative.la_codes)
    room = 0 if size == NARROW_PX else LEGEND_PX
    focus = view.focus.la_code or view.focus.urn or None
    found = ask(_things, now.reader, _of_things(now.reader, filters), _look_of_things(view), values.day)
    spec = MapSpec(filters.area_words(), base, size, things=found, focus=focus, legend_px=room)
    if "shade" in view.layers:
        spec = replace(spec, shading=shading_of(measures()[now.shade], _one(areas, now.shade)))
    if "origins" in view.layers and values.day.children:
        hexagons = ask(origins, now.reader, filters, values.day.children).frame
        spec = replace(spec, origins=origin_frame(hexagons))
    return region_map(spec)


def _things(reader: Reader, filters: Filters, view: MapView, day: Day) -> Things:
    moved = homes = None
    if "flows" in view.layers and day.children:
        moved = flows(reader, filters, view, day.children).frame
    if "homes" in view.layers and day.homes:
        homes = homes_list(reader, filters, day.homes)
    return things(
        None if moved is None else flow_frame(moved, label_points(), view.top),
        None if homes is None else count_frame(homes),
        None if homes is None else located_frame(homes),
        essence=thing_words(moved, homes, "" if reader.rule.exact else ABOUT),
    )


def _of_things(reader: Reader, filters: Filters) -> Filters:
    """Give the part of a filter that flows and homes follow; protected flows follow no child's attribute."""
    return filters if reader.rule.exact else replace(filters, placement=(), age=())


def _look_of_things(view: MapView) -> MapView:
    return replace(view, shade=MapView().shade)


def _one(areas: Mapping[str, Mapping[str, Figure]], measure: str) -> dict[str, Figure]:
    return {code: figures[measure] for code, figures in areas.items()}
