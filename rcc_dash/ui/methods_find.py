"""Look something up in the register: by its name, or by words that are said of it. The link keeps both."""

from typing import Final

import streamlit as st

from rcc_dash.domain.choices import CHOICES
from rcc_dash.domain.register import Entry, code_of
from rcc_dash.domain.register_search import MAX_CODE, entries_with
from rcc_dash.domain.registered import EVERYTHING, register
from rcc_dash.domain.words import counted
from rcc_dash.errors import UserError
from rcc_dash.ui.choice_widgets import draw_choices, one_of, open_option
from rcc_dash.ui.session import Bound, set_choice, state
from rcc_dash.ui.take_away_notes import on_page
from rcc_dash.ui.text import quiet

_NAME_PX, _WORDS_PX = 520, 360
_MOST: Final = 25
_NAME, _WORDS = "m-of", "m-q"


def looked_for() -> tuple[Entry, ...]:
    """Draw the list of names and the box for words, and give what is found, names first."""
    with st.container(horizontal=True, key="methods-find", vertical_alignment="bottom"):
        draw_choices(_NAME, [one_of(_NAME, _NAME_PX)], width="content")
        chosen = register().get(open_option(_NAME))
        code = _words_box()
    by_name, others = ((), ()) if code == EVERYTHING else entries_with(code)
    if code != EVERYTHING:
        _say_found(code, len(by_name), len(others))
    found = [entry for entry in (*by_name, *others) if entry != chosen][:_MOST]
    return (*((chosen,) if chosen else ()), *found)


def _words_box() -> str:
    choice, code = CHOICES[_WORDS], state().choices.get(_WORDS)
    words = "" if code == EVERYTHING else choice.options[code]
    if words:
        on_page().settings[choice.title] = words
    widget = Bound[str](f"w-{_WORDS}")
    st.text_input(
        choice.title,
        key=widget.show(words),
        max_chars=MAX_CODE,
        placeholder="For example: empty places",
        on_change=widget.take(_look_for),
        width=_WORDS_PX,
    )
    return code


def _look_for(text: str) -> None:
    code = code_of(text) or EVERYTHING
    if CHOICES[_WORDS].spelling(code) is None:
        raise UserError(
            title="Nothing found",
            what="No entry has all of these words.",
            fix="Try fewer words, or only their beginnings.",
        )
    set_choice(_NAME, EVERYTHING)
    set_choice(_WORDS, code)


def _say_found(code: str, named: int, others: int) -> None:
    words = CHOICES[_WORDS].options[code]
    first = f" The first {_MOST} are shown." if named + others > _MOST else ""
    entries = counted(named + others, "entry has", "entries have")
    quiet(f"{entries} “{words}”: {named:,} in the name, {others:,} in what is said.{first}")
