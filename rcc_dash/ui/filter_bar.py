"""The one filter bar of all pages: it says itself in words, opens where it is touched, and resets."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from rcc_dash.domain.dimensions import Dimension, dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives, la_name
from rcc_dash.domain.words import long_date
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.folded import Folded
from rcc_dash.ui.session import set_filters, state


def filter_bar(filters: Filters, dates: tuple[date, ...], aside: Callable[[], None]) -> None:
    """Draw the bar for a filter; every change goes to `session.set_filters`. `aside` draws at its far end.

    On a phone everything stands behind one button, so that the answer is on the first screen.
    """
    with st.container(horizontal=True, key="filter-bar", vertical_alignment="center"):
        if is_narrow():
            with st.popover("Filters", key="f-all"):
                _parts(filters, dates, _plain)
        else:
            _parts(filters, dates, _opened)
        _reset(filters)
        st.space("stretch")
        aside()
    _chips(filters)


Group = Callable[[str, str], AbstractContextManager[object]]
"""Opens a named part of the bar: its label and its key."""


def _opened(label: str, key: str) -> AbstractContextManager[object]:
    return st.popover(label, key=key)


def _plain(_label: str, key: str) -> AbstractContextManager[object]:
    return st.container(key=key)


def _parts(filters: Filters, dates: tuple[date, ...], group: Group) -> None:
    _area(filters, group)
    _date(filters, dates, group)
    for dimension in dimensions().values():
        _dimension(filters, dimension, group)


def _area(filters: Filters, group: Group) -> None:
    label = filters.area_phrase() if len(filters.las) <= 1 else f"{len(filters.las)} LAs"
    with group(label, "f-area"):
        _cooperative(filters)
        if filters.cooperative.sub_regions:
            _sub_region(filters)
        widget = Folded[list[str]]("w-las")
        st.multiselect(
            "Local authorities (none chosen means all)",
            filters.selectable_las,
            format_func=la_name,
            key=widget.show(list(filters.las)),
            on_change=widget.take(lambda chosen: set_filters(replace(state().filters, las=tuple(chosen)))),
        )


def _cooperative(filters: Filters) -> None:
    widget = Folded[str]("w-rcc")
    st.radio(
        "Regional care cooperative",
        list(cooperatives()),
        format_func=lambda code: cooperatives()[code].name,
        key=widget.show(filters.rcc),
        on_change=widget.take(
            lambda code: set_filters(replace(state().filters, rcc=code, sub_region="", las=()))
        ),
        horizontal=True,
    )


def _sub_region(filters: Filters) -> None:
    names = {sub.code: sub.name for sub in filters.cooperative.sub_regions}
    widget = Folded[str]("w-sub")
    st.selectbox(
        "Sub-region",
        ["", *names],
        format_func=lambda code: names.get(code, "All of it"),
        key=widget.show(filters.sub_region),
        on_change=widget.take(lambda code: set_filters(replace(state().filters, sub_region=code, las=()))),
    )


def _date(filters: Filters, dates: tuple[date, ...], group: Group) -> None:
    if not dates:
        return
    shown = filters.as_of or dates[-1]
    with group(long_date(shown), "f-date"):
        widget = Folded[date]("w-date")
        st.radio(
            "As at",
            list(reversed(dates)),
            format_func=long_date,
            key=widget.show(shown),
            on_change=widget.take(partial(_choose_date, dates[-1])),
        )


def _choose_date(latest: date, chosen: date) -> None:
    set_filters(replace(state().filters, as_of=None if chosen == latest else chosen))


def _dimension(filters: Filters, dimension: Dimension, group: Group) -> None:
    chosen = filters.chosen(dimension.code)
    label = dimension.title if not chosen else f"{dimension.title}: {len(chosen)} chosen"
    if len(chosen) == 1:
        label = f"{dimension.title}: {dimension.label(chosen[0]).lower()}"
    with group(label, f"f-{dimension.code}"):
        widget = Folded[list[str]](f"w-{dimension.code}")
        st.pills(
            f"{dimension.title} (none chosen means all)",
            dimension.codes,
            selection_mode="multi",
            default=None,
            format_func=dimension.label,
            key=widget.show(list(chosen)),
            on_change=widget.take(
                lambda values: set_filters(state().filters.with_chosen(dimension.code, tuple(values)))
            ),
        )


def _reset(filters: Filters) -> None:
    if filters != filters.reset():
        st.button("Reset", key="f-reset", type="tertiary", on_click=set_filters, args=(filters.reset(),))


def _chips(filters: Filters) -> None:
    with st.container(horizontal=True, key="chips", gap="xsmall"):
        for chip in filters.chips():
            st.button(
                f"{chip.label} ✕",
                key=f"chip-{chip.key}",
                help=f"Take away: {chip.label}",
                on_click=_take_away,
                args=(chip.key,),
            )


def _take_away(key: str) -> None:
    now = state().filters
    set_filters(next((chip.without for chip in now.chips() if chip.key == key), now))
