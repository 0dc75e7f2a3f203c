"""Where do children with a rare need live, how far from home, and with whom? Every number is protected."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.rare import PLACES
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts
from rcc_dash.queries.distance_bands import ALL_BANDS
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_parts import ALL, RareAsked, count_parts, everyone, halves
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import Parts

EVERYONE: Final = ALL
_SPLITS: Final = ("lives", "band", "sector")


@dataclass(frozen=True, slots=True)
class RarePlaces:
    """One group of children: how many, where they live (`PLACES`), in which band, and with which sector."""

    code: str
    children: Figure
    lives: Mapping[str, Figure]
    bands: Mapping[str, Figure]
    sectors: Mapping[str, Figure]
    beyond: Figure
    """Share outside the region, in %."""
    far: Figure
    """Share over 20 miles from home, in %."""


def rare_places(reader: Reader, asked: RareAsked) -> tuple[RarePlaces, ...]:
    """Give the cohort, all rare needs together, and everyone looked after; all chosen areas together."""
    counts = {split: count_parts(reader, asked, "rare_places", _groups, (split,)) for split in _SPLITS}
    whole = count_parts(reader, asked, "rare_halves", _halved)
    return tuple(_row(counts, whole, code) for code in dict.fromkeys((asked.cohort, ANY, EVERYONE)))


def places_by_area(reader: Reader, asked: RareAsked) -> dict[str, RarePlaces]:
    """Give where the cohort's children of each area live, all areas together (`ALL_AREAS`) first."""
    counts = {split: count_parts(reader, asked, "rare_places_own", _own, (split,)) for split in _SPLITS}
    whole = count_parts(reader, asked, "rare_halves_own", _own_halved)
    return {code: _row(counts, whole, asked.cohort, code) for code in (ALL_AREAS, *asked.filters.la_codes)}


def _groups(children: pd.DataFrame, asked: RareAsked) -> Parts:
    """Give the cohort, any need, and everyone."""
    return {code: children[f"in_{code}"] for code in (asked.cohort, ANY)} | everyone(children)


def _halved(children: pd.DataFrame, asked: RareAsked) -> Parts:
    groups = _groups(children, asked)
    return {**groups, **halves(children, groups)}


def _own(children: pd.DataFrame, asked: RareAsked) -> Parts:
    return {asked.cohort: children[f"in_{asked.cohort}"]}


def _own_halved(children: pd.DataFrame, asked: RareAsked) -> Parts:
    own = _own(children, asked)
    return {**own, **halves(children, own)}


def half_share(counts: Counts, code: str, half: str, area: str = ALL_AREAS) -> Figure:
    """Give one of `halves` as a share of its group, in %: `beyond` or `far`."""
    return counts.share((area, f"{code} {half}"), (area, f"{code} not {half}"), (area, code))


def _row(counts: Mapping[str, Counts], whole: Counts, code: str, area: str = ALL_AREAS) -> RarePlaces:
    def each(split: str, values: tuple[str, ...]) -> dict[str, Figure]:
        return {value: counts[split].figure(area, value, code) for value in values}

    return RarePlaces(
        code,
        whole.figure(area, code),
        each("lives", tuple(PLACES)),
        each("band", tuple(band.code for band in ALL_BANDS)),
        each("sector", dimensions()["sector"].codes),
        half_share(whole, code, "beyond", area),
        half_share(whole, code, "far", area),
    )
