"""What is a view called where nobody has named it? Its page, its part, whom it is about, and when."""

from datetime import date
from typing import Final

from rcc_dash.domain.agenda import VIEW_PAGES, Entry
from rcc_dash.domain.choices import CHOICES, Choices
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import State
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import short_date

_PARTS: Final = {"distance": "d-part", "voids": "v-part", "rare": "r-part"}


def page_words(page: str, choices: Choices) -> str:
    """Name a page and the part of it that is open: "Distance: where they went"."""
    name, key = VIEW_PAGES.get(page, ""), _PARTS.get(page)
    if not key:
        return name
    part = CHOICES[key].options[choices.get(key)]
    return f"{name}: {part[:1].lower()}{part[1:]}"


def filter_words(filters: Filters, latest: date | None = None) -> str:
    """Say whom a view is about, and of what date: "Bolton and Bury, 31 Mar 2024, children looked after".

    A view that follows the latest date says so, unless that date is given.
    """
    as_of = filters.as_of or latest
    day = short_date(as_of) if as_of else "latest date"
    return f"{filters.area_phrase()}, {day}, {filters.children_phrase()}"


def view_words(page: str, state: State, latest: date | None = None) -> str:
    """Name a view in one line; `latest` as for `filter_words`."""
    focus = state.view.focus
    about = f", {la_name(focus.la_code)} in focus" if focus.la_code else ""
    return f"{page_words(page, state.choices)}. {filter_words(state.filters, latest)}{about}"


def titled(entry: Entry, state: State, latest: date | None = None) -> str:
    """Give the title of a view of an agenda: its own, or what it is called where it has none."""
    return entry.title or view_words(entry.stop.page, state, latest)
