"""What is the essence of a map, for whoever does not see it? Figures written on it, and no hidden one."""

from collections.abc import Iterator, Mapping
from typing import Final

import pandas as pd

from rcc_dash.domain.words import and_list, counted
from rcc_dash.figures.numbers import in_words
from rcc_dash.figures.sentences import largest_flow
from rcc_dash.figures.shading import Shading

_MOST_NAMES: Final = 3
_Known = tuple[float, str, str]


def shaded_words(shading: Shading, names: Mapping[str, str]) -> str:
    """Say the highest and the lowest figure shown, and of which areas; `names` are theirs by code.

    Blank where none is shown.
    """
    rows = zip(*(shading.frame[column] for column in ("la_code", "value", "shown")), strict=True)
    known = [(float(value), str(shown), names[code]) for code, value, shown in rows if pd.notna(value)]
    if not known:
        return ""
    highest, lowest = (_named(known, most(known)[1], shading.unit) for most in (max, min))
    return f" Highest: {highest}; lowest: {lowest}." if highest != lowest else f" Shown: {highest}."


def thing_words(flows: pd.DataFrame | None, homes: pd.DataFrame | None, about: str) -> str:
    """Say how many homes and places there are, and the largest flow; blank of what is not drawn.

    `flows`: as `queries.flows` gives them; `homes`: one row each, with `places` (null if not stated).
    """
    return "".join(_thing_words(flows, homes, about))


def _thing_words(flows: pd.DataFrame | None, homes: pd.DataFrame | None, about: str) -> Iterator[str]:
    if homes is not None:
        places = counted(round(float(homes["places"].sum())), "place", "places")
        yield f" {counted(len(homes), 'home', 'homes')} with {places}."
    if flows is not None and len(flows):
        yield f" {largest_flow(flows, about)}"


def _named(known: list[_Known], written: str, unit: str) -> str:
    """Give a figure with the areas that have it, or with their number where they are many."""
    names = [name for _, shown, name in known if shown == written]
    whom = and_list(names) if len(names) <= _MOST_NAMES else f"{len(names)} areas"
    return f"{in_words(written, unit)} ({whom})"
