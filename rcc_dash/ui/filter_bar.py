"""The one filter bar of all pages: it says itself in words, opens where it is touched, and resets."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from rcc_dash.domain.dimensions import Dimension, dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives, la_name
from rcc_dash.domain.words import long_date
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.fields import Field, Kind, Part, Values, draw_fields
from rcc_dash.ui.session import set_filters, state

_FILTERS: Final = "Filters"


def filter_bar(filters: Filters, dates: tuple[date, ...], aside: Callable[[], None]) -> None:
    """Draw the bar for a filter; every change goes to `session.set_filters`. `aside` draws at its far end.

    On a phone everything stands behind one button, so that the answer is on the first screen.
    """
    menus = list(_menus(filters, dates))
    if is_narrow():
        menus = [Part([field for menu in menus for field in menu.fields], _FILTERS, "all")]
    with st.container(horizontal=True, key="filter-bar", vertical_alignment="top"):
        draw_fields("filter-fields", [*menus, Part(list(_ways_back(filters)))], width="stretch")
        aside()


def _menus(filters: Filters, dates: tuple[date, ...]) -> Iterator[Part]:
    area = filters.area_phrase() if len(filters.las) <= 1 else f"{len(filters.las)} LAs"
    yield Part(list(_area(filters)), area, "area")
    if dates:
        shown = filters.as_of or dates[-1]
        yield Part([_date(shown, dates)], long_date(shown), "date")
    for dimension in dimensions().values():
        yield Part([_dimension(filters, dimension)], _dimension_words(filters, dimension), dimension.code)


def _area(filters: Filters) -> Iterator[Field]:
    names = {code: cooperative.name for code, cooperative in cooperatives().items()}
    yield Field("rcc", Kind.ONE, "Regional care cooperative", names, (filters.rcc,), _choose_cooperative)
    if filters.cooperative.sub_regions:
        parts = {"": "All of it"} | {sub.code: sub.name for sub in filters.cooperative.sub_regions}
        yield Field("sub", Kind.LIST, "Sub-region", parts, (filters.sub_region,), _choose_sub_region)
    las = {code: la_name(code) for code in filters.selectable_las}
    label = "Local authorities (none chosen means all)"
    yield Field("las", Kind.SEVERAL, label, las, filters.las, _choose_las)


def _choose_cooperative(chosen: Values) -> None:
    set_filters(replace(state().filters, rcc=chosen[0], sub_region="", las=()))


def _choose_sub_region(chosen: Values) -> None:
    set_filters(replace(state().filters, sub_region=chosen[0], las=()))


def _choose_las(chosen: Values) -> None:
    set_filters(replace(state().filters, las=chosen))


def _date(shown: date, dates: tuple[date, ...]) -> Field:
    def choose(chosen: Values) -> None:
        day = date.fromisoformat(chosen[0])
        set_filters(replace(state().filters, as_of=None if day == dates[-1] else day))

    options = {day.isoformat(): long_date(day) for day in reversed(dates)}
    return Field("date", Kind.ONE, "As at", options, (shown.isoformat(),), choose)


def _dimension_words(filters: Filters, dimension: Dimension) -> str:
    chosen = filters.chosen(dimension.code)
    return f"{dimension.title}: {len(chosen)} chosen" if chosen else dimension.title


def _dimension(filters: Filters, dimension: Dimension) -> Field:
    def choose(chosen: Values) -> None:
        set_filters(state().filters.with_chosen(dimension.code, chosen))

    options = {code: dimension.label(code) for code in dimension.codes}
    label = f"{dimension.title} (none chosen means all)"
    return Field(dimension.code, Kind.SEVERAL, label, options, filters.chosen(dimension.code), choose)


def _ways_back(filters: Filters) -> Iterator[Field]:
    """Give the way back to everything, and each filter that is set, to be taken away by itself."""
    if filters != filters.reset():
        yield Field("reset", Kind.RESET, "All filters", {"all": "Reset"}, (), _reset)
    chips = {chip.key: f"{chip.label} ✕" for chip in filters.chips()}
    yield Field("chips", Kind.CHIPS, "Take a filter away", chips, (), _take_away)


def _reset(_chosen: Values) -> None:
    set_filters(state().filters.reset())


def _take_away(chosen: Values) -> None:
    now = state().filters
    set_filters(next((chip.without for chip in now.chips() if chip.key == chosen[0]), now))
