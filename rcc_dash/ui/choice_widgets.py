"""A page's own settings (`domain.choices`) as fields: they show what the link says and change it."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import streamlit as st

from rcc_dash.domain.choice_tabs import TAB, TABS, open_tab
from rcc_dash.domain.choices import CHOICES
from rcc_dash.ui.fields import Field, Kind, Part, Values, draw_fields
from rcc_dash.ui.page_part import Width
from rcc_dash.ui.session import set_choice, state
from rcc_dash.ui.take_away_notes import on_page

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def choose_segment(key: str, *, is_titled: bool = False) -> str:
    """Draw a setting as a row of buttons by itself, and give what is chosen."""
    draw_choices(key, [segment(key, is_titled=is_titled)], width="content")
    return open_option(key)


def draw_choices(name: str, fields: Sequence[Field], *, width: Width = "stretch") -> None:
    """Draw settings in one line, and note for what is taken away how each stands, in words."""
    noted = {
        one.label: one.options.get(one.chosen[0], one.chosen[0]) for one in fields if one.name in CHOICES
    }
    on_page().settings.update(noted)
    draw_fields(f"w-{name}", [Part(fields)], width=width)


def segment(key: str, *, is_titled: bool = False) -> Field:
    """Give a setting as a row of buttons."""
    return _one_of(key, Kind.ONE, is_titled=is_titled)


def one_of(key: str, width_px: int, closed: Mapping[str, str] = _NONE) -> Field:
    """Give a setting as a list to choose from.

    `closed` says why some of it cannot be; where one of them is asked for, the page's own is chosen.
    """
    return _one_of(key, Kind.LIST, width_px, closed=closed)


def number(key: str, width_px: int) -> Field:
    """Give a setting that is a number, to be typed or stepped."""
    choice, now = CHOICES[key], str(state().choices.number(key))
    span = choice.span or (0, 0, 1)
    return Field(key, Kind.NUMBER, choice.title, {}, (now,), _setter(key), width_px, span=span)


def open_option(key: str, closed: Mapping[str, str] = _NONE) -> str:
    """Give what is chosen of a setting, or what the page opens with where that is closed."""
    asked = state().choices.get(key)
    return CHOICES[key].default if asked in closed else asked


def _one_of(
    key: str, kind: Kind, width_px: int = 0, *, is_titled: bool = True, closed: Mapping[str, str] = _NONE
) -> Field:
    choice, now = CHOICES[key], open_option(key, closed)
    return Field(
        key, kind, choice.title, choice.options, (now,), _setter(key), width_px, is_titled, closed=closed
    )


def draw_tabs(group: str, **drawn: Callable[[], object]) -> None:
    """Draw a group of tabs (`domain.choice_tabs`), and what the open one shows; `drawn` is by code."""
    tabs, panel = TABS[group], f"t-{group}"
    if drawn.keys() != tabs.keys():
        raise AssertionError(sorted(drawn.keys() ^ tabs.keys()))
    first, now = next(iter(tabs)), open_tab(group, state().choices.get(TAB.key))

    def choose(chosen: Values) -> None:
        set_choice(TAB.key, TAB.default if chosen[0] == first else chosen[0])

    strip = Field(TAB.key, Kind.TABS, "Parts of this page", tabs, (now,), choose, panel=panel)
    draw_fields(f"w-{panel}", [Part([strip])], width="stretch")
    with st.container(key=panel):
        drawn[now]()


def _setter(key: str) -> Callable[[Values], None]:
    return lambda chosen: set_choice(key, chosen[0])
