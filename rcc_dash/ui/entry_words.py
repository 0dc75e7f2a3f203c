"""The reader's own words on a view: its name and a note, in two fields that change it when used."""

from collections.abc import Callable

import streamlit as st

from rcc_dash.domain.agenda import Entry
from rcc_dash.domain.own_words import MAX_NOTE, MAX_TITLE
from rcc_dash.ui.session import Bound
from rcc_dash.ui.view_menu import NO_CHILD


def entry_words(
    label: str, kind: str, which: object, entry: Entry, change: Callable[[str, str], None]
) -> None:
    """Draw the two fields, the first called `label`; `change` is called with the title and the note.

    `kind` and `which` tell the fields from those of other views.
    """
    title, note = Bound[str](f"w-{kind}-title-{which}"), Bound[str](f"w-{kind}-note-{which}")
    st.text_input(
        label,
        key=title.show(entry.title),
        max_chars=MAX_TITLE,
        on_change=title.take(lambda text: change(text, entry.note)),
    )
    st.text_area(
        "Note",
        key=note.show(entry.note),
        max_chars=MAX_NOTE,
        height=70,
        help=NO_CHILD,
        on_change=note.take(lambda text: change(entry.title, text)),
    )
