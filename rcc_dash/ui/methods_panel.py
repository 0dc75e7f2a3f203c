"""The register on the screen: what was looked for, its parts behind tabs, and all of it as a file."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.register import PARTS, Entry
from rcc_dash.domain.registered import register
from rcc_dash.figures.entries import entries_html, entry_columns, entry_html, entry_rows
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.downloads import offer_frame, show_table
from rcc_dash.ui.methods_dates import Dates
from rcc_dash.ui.methods_find import looked_for
from rcc_dash.ui.text import lead, quiet

_STYLE: Final = Path(__file__).parent / "methods.css"
_TABLES: Final = {
    "sources": ("What files may hold, and when they are old", "Kind of file"),
    "limits": ("Limits that the app keeps to", "Limit"),
    "official": ("Figures that others publish, and the tables that hold them", "Published figure"),
}
"""Parts that are read as a table: its caption, and what its rows are."""
_DATED: Final = {"figures": "As at", "sources": "Newest loaded"}
_TITLE: Final = "All methods"
_COLUMNS: Final = ("Part", "Group", "Entry", "What", "Words")
_INTRO: Final = {
    "figures": "One line for each figure of the pages; a line opens.",
    "worked": "In words, with what goes in and what to beware of. Formulae and sources are those of the app.",
    "protected": "What is done to every number of children before anybody sees it.",
    "needs": "An analyst changes these in data/reference: cohorts.csv, cohort_rules.csv and suitability.csv.",
    "lists": "Values and codes as the app knows them; a new year's are added in data/reference.",
}


def found_panel(dates: Dates) -> None:
    """Draw where to look something up, and the entry that was looked for."""
    st.html(_STYLE)
    parts = [entry.part for entry in register().values()]
    lead(
        f"{parts.count('figures')} figures, {parts.count('worked')} ways of working numbers out,"
        f" {parts.count('limits')} limits and {parts.count('sources')} kinds of file are explained here."
        f" For the date chosen: {dates.words}."
    )
    found = [_dated(entry, dates) for entry in looked_for()]
    if found:
        with st.container(border=True):
            st.html("".join(entry_html(entry, is_open=entry is found[0]) for entry in found))


def parts_panel(dates: Dates) -> None:
    """Draw the parts of the register behind tabs, and offer all of it as a file."""
    entries = [_dated(entry, dates) for entry in register().values()]
    draw_tabs("methods", **{part: partial(_part, part, entries) for part in PARTS})
    offer_frame(_TITLE, _frame(entries))


def _part(part: str, every: list[Entry]) -> None:
    entries = [entry for entry in every if entry.part == part]
    if part in _TABLES:
        caption, first = _TABLES[part]
        show_table(caption, first, entry_columns(entries), entry_rows(entries))
        return
    quiet(_INTRO[part])
    st.html(entries_html(entries))


def _dated(entry: Entry, dates: Dates) -> Entry:
    """Add to an entry of which date its files are."""
    told = dates.of(entry.dated) if entry.part == "figures" else dates.of_source(entry)
    return replace(entry, facts=(*entry.facts, (_DATED[entry.part], told))) if told else entry


def _frame(entries: list[Entry]) -> pd.DataFrame:
    rows = [
        (PARTS[entry.part], entry.group, entry.title, name, words)
        for entry in entries
        for name, words in entry.facts
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS))
