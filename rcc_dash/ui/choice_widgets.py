"""Widgets for a page's own settings (`domain.choices`): they show what the link says and change it."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.elements.lib.mutable_tab_container import TabContainer

from rcc_dash.domain.choice_tabs import TAB, TABS, open_tab
from rcc_dash.domain.choices import CHOICES
from rcc_dash.ui.session import Bound, set_choice, state
from rcc_dash.ui.take_away_notes import on_page


def choose_segment(key: str, *, is_titled: bool = False) -> str:
    """Draw a setting as a row of buttons, and give what is chosen."""
    choice, now = CHOICES[key], state().choices.get(key)
    on_page().settings[choice.title] = choice.options[now]
    widget = Bound[str](f"w-{key}")
    st.segmented_control(
        choice.title,
        list(choice.options),
        required=True,
        format_func=choice.options.__getitem__,
        key=widget.show(now),
        on_change=widget.take(partial(set_choice, key)),
        label_visibility="visible" if is_titled else "collapsed",
    )
    return now


def choose_one(key: str, width: int) -> str:
    """Draw a setting as a list to choose from, and give what is chosen."""
    choice, now = CHOICES[key], state().choices.get(key)
    on_page().settings[choice.title] = choice.options[now]
    widget = Bound[str](f"w-{key}")
    st.selectbox(
        choice.title,
        list(choice.options),
        format_func=choice.options.__getitem__,
        key=widget.show(now),
        on_change=widget.take(partial(set_choice, key)),
        width=width,
    )
    return now


def choose_tabs(group: str) -> Sequence[TabContainer]:
    """Draw a group of tabs (`domain.choice_tabs`), each `open` or not, in order."""
    tabs, widget = TABS[group], Bound[str](f"w-t-{group}")
    codes = {words: code for code, words in tabs.items()}
    first = next(iter(tabs))

    def choose(words: str) -> None:
        set_choice(TAB.key, TAB.default if codes[words] == first else codes[words])

    return st.tabs(
        list(codes),
        key=widget.show(tabs[open_tab(group, state().choices.get(TAB.key))]),
        on_change=widget.take(choose),
    )


def choose_number(key: str, width: int) -> None:
    """Draw a setting that is a number, to be typed or stepped."""
    choice = CHOICES[key]
    low, high, step = choice.span or (0, 0, 1)
    on_page().settings[choice.title] = str(state().choices.number(key))
    widget = Bound[int](f"w-{key}")
    st.number_input(
        choice.title,
        min_value=low,
        max_value=high,
        step=step,
        key=widget.show(state().choices.number(key)),
        on_change=widget.take(lambda number: set_choice(key, str(number))),
        width=width,
    )
