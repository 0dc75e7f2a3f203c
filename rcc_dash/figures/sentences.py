"""What does the current view say, in one plain sentence that is computed and true?"""

from collections.abc import Mapping
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import HIDDEN, NOT_RETURNED
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure, Headline
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import OUTSIDE_ENGLAND, local_authorities
from rcc_dash.domain.words import counted, long_date
from rcc_dash.figures.cards import change_words
from rcc_dash.figures.written import written

ABOUT: Final = "about "
"""Said before a count that is rounded; blank before an exact one."""


def overview_sentence(filters: Filters, headlines: tuple[Headline, ...], about: str = ABOUT) -> str | Missing:
    """Say how many children there are, how many live outside their LA, and whether homes keep up.

    Says what is missing where a figure cannot be shown.
    """
    by = {headline.measure.code: headline for headline in headlines}
    children, outside = by["children"], by["outside"]
    if children.now.as_of is None and by["homes"].now.value is not None:
        return _homes_only(filters, by)
    if children.now.mark == NOT_RETURNED:
        return not_returned(filters.area_words())
    if children.now.value is None:
        why = ": they are too few" if children.now.mark == HIDDEN else ""
        return f"No figure can be shown for {filters.children_phrase()} in {filters.area_words()}{why}."
    when = long_date(children.now.as_of) if children.now.as_of else "the date"
    number = counted(round(children.now.value), "child", "children")
    return (
        f"On {when} {about}{number} of {filters.area_words()} "
        f"{_were(filters)}{_outside(outside)}{_far(by['far'])}.{_places(by['places_per_100'])}"
    )


def not_returned(area: str) -> Missing:
    """Say that no return of an area is loaded for the date, while those of others may be."""
    return Missing(f"No children's return of {area} is loaded for this date.", "it")


def _were(filters: Filters) -> str:
    phrase, _, narrower = filters.children_phrase().removeprefix("children ").partition(", ")
    return f"were {phrase} ({narrower})" if narrower else f"were {phrase}"


def _outside(outside: Headline) -> str:
    if outside.now.value is None:
        return ""
    return (
        f"; {written(outside.now, outside.measure.unit)} lived outside their own LA ({change_words(outside)})"
    )


def _far(far: Headline) -> str:
    if far.now.value is None:
        return ""
    return f" and {written(far.now, far.measure.unit)} more than 20 miles from home"


def _places(places: Headline) -> str:
    if places.now.value is None:
        return ""
    return (
        f" There were {places.now.value:,.0f} registered places in local children's homes for every 100 of"
        " these children living in a home."
    )


def _homes_only(filters: Filters, by: dict[str, Headline]) -> Missing:
    homes, places = by["homes"].now, by["places"].now
    when = long_date(homes.as_of) if homes.as_of else "the date of the list"
    return Missing(
        f"On {when} {filters.area_words()} had {homes.value:,.0f} children's homes with {places.value:,.0f}"
        " registered places. No children's returns are loaded for this date.",
        "SSDA903 returns",
    )


def region_flow_sentence(
    area: str, day: date, figures: Mapping[str, Figure], flows: pd.DataFrame, about: str = ABOUT
) -> str:
    """Say how many of a region's children live outside their own LA, and the largest flow on the map."""
    children, outside = figures["children"], figures["outside"]
    share = (
        f"{written(outside, Unit.SHARE_PCT)} of {about}"
        f"{counted(round(children.value), 'child', 'children')} of {area} lived outside their own LA. "
        if outside.value is not None and children.value is not None
        else ""
    )
    said = f"{share}{largest_flow(flows, about)}"
    return f"On {long_date(day)}, {said[:1].lower()}{said[1:]}"


def largest_flow(flows: pd.DataFrame, about: str) -> str:
    """Say the largest flow to a named area, of flows that come largest first; or that none can be shown."""
    named = {**local_authorities(), **OUTSIDE_ENGLAND}
    first = next((row for row, code in enumerate(flows["placement_la"]) if code in named), None)
    if first is None:
        return "No flow between areas has enough children to show."
    largest = flows.iloc[first]
    children = counted(int(largest["children"]), "child", "children")
    where = f"{largest['la_name']} live in {largest['placement_name']}"
    return f"The largest flow shown: {about}{children} of {where}."


def area_flow_sentence(
    name: str, day: date, figures: Mapping[str, Figure], arriving: pd.DataFrame, about: str = ABOUT
) -> str:
    """Say how many children an LA looks after, how many live outside it, and how many come from others."""
    children, outside = figures["children"], figures["outside"]
    if children.value is None:
        return f"No figure can be shown for {name} on {long_date(day)}."
    beyond = (
        f"; {written(outside, Unit.SHARE_PCT)} of them live outside it" if outside.value is not None else ""
    )
    total = int(arriving["children"].sum())
    coming = (
        f" At least {about}{counted(total, 'child', 'children')} of other LAs live in {name}."
        if total
        else ""
    )
    number = counted(round(children.value), "child", "children")
    return f"On {long_date(day)} {name} looked after {about}{number}{beyond}.{coming}"
