"""What is missing for the date chosen, and what can whoever reads it do about it?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from rcc_dash.domain.missing import Missing
from rcc_dash.ui.load_link import load_link
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import lead

RETURNS: Final = Missing("No children's returns are loaded for this date.", "SSDA903 returns")
LISTS: Final = Missing("No Ofsted list of homes is loaded for this date or before.", "one")
_LATER: Final = "choose a later date above"


def nothing_loaded(now: Context, missing: Missing, loaded: Sequence[date], more: str = "") -> None:
    """Say in the page's sentence what is missing and what to do, with the way to load it."""
    lead(replace(for_date(missing, now.state.filters.as_of, loaded), more=more))
    load_link(now)


def lead_or_missing(now: Context, said: str | Missing, loaded: Sequence[date]) -> None:
    """Draw the sentence that answers; or what is missing for it, with the way to load it."""
    lead(for_date(said, now.state.filters.as_of, loaded) if isinstance(said, Missing) else said)
    # A place of its own: the way to load comes and goes, and must not move the map below it.
    with st.container(key="way-to-load"):
        if isinstance(said, Missing):
            load_link(now)


def for_date(missing: Missing, chosen: date | None, loaded: Sequence[date]) -> Missing:
    """Name a later date beside what is missing for the one chosen (None: the latest).

    `loaded` are the dates of which there is some: a later one is named only where it can be chosen.
    """
    is_later = chosen is not None and any(day > chosen for day in loaded)
    return replace(missing, instead=(_LATER, *missing.instead)) if is_later else missing
