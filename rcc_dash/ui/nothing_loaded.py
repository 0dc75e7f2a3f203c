"""What is missing for the date chosen, and what can whoever reads it do about it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rcc_dash.domain.words import or_list
from rcc_dash.ui.load_link import load_link
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import lead


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not there, in words, and what would be loaded."""

    said: str
    wanted: str


RETURNS: Final = Missing("No children's returns are loaded for this date.", "SSDA903 returns")
LISTS: Final = Missing("No Ofsted list of homes is loaded for this date or before.", "one")


def nothing_loaded(now: Context, missing: Missing, loaded: Sequence[date], more: str = "") -> None:
    """Say in the page's sentence what is missing and what to do, with the way to load it."""
    lead(f"{missing_words(missing, now.state.filters.as_of, loaded)} {more}".rstrip())
    load_link(now)


def missing_words(missing: Missing, chosen: date | None, loaded: Sequence[date]) -> str:
    """Say what is missing for the date chosen (None: the latest) and what can be done.

    `loaded` are the dates of which there is some: a later one is named only where it can be chosen.
    """
    later = ["choose a later date above"] if chosen and any(day > chosen for day in loaded) else []
    todo = or_list([*later, f"load {missing.wanted} on the page Load files"])
    return f"{missing.said} {todo[:1].upper()}{todo[1:]}."
