"""Where do children with a rare need live, how far from home, and with whom? Every number is protected."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.distance import FAR_BANDS
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.rare import BEYOND, OWN, PLACES, REGION, UNKNOWN
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts
from rcc_dash.queries.distance_bands import ALL_BANDS
from rcc_dash.queries.rare_children import ANY, rare_children
from rcc_dash.queries.rare_counts import ALL, RareAsked, count_parts
from rcc_dash.queries.reader import Reader

EVERYONE: Final = ALL
_SPLITS: Final = ("lives", "band", "sector")
_KEPT: Final = ("la_code", "record_key", "out_region", *_SPLITS)


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
    groups = _groups(reader, asked)
    counts = {split: count_parts(reader, asked, "rare_places", groups, (split,)) for split in _SPLITS}
    whole = count_parts(reader, asked, "rare_halves", {**groups, **halves(groups)})
    return tuple(_row(counts, whole, code) for code in groups)


def places_by_area(reader: Reader, asked: RareAsked) -> dict[str, RarePlaces]:
    """Give where the cohort's children of each area live, all areas together (`ALL_AREAS`) first."""
    groups = {asked.cohort: _groups(reader, asked)[asked.cohort]}
    counts = {split: count_parts(reader, asked, "rare_places_own", groups, (split,)) for split in _SPLITS}
    whole = count_parts(reader, asked, "rare_halves_own", {**groups, **halves(groups)})
    return {code: _row(counts, whole, asked.cohort, code) for code in (ALL_AREAS, *asked.filters.la_codes)}


def lives_at(children: pd.DataFrame) -> pd.Series:
    """Say of each child where they live: a code of `PLACES`."""
    known = children["placement_la"].notna()
    cases = [~known, children["out_region"], children["inside"]]
    return pd.Series(np.select(cases, [UNKNOWN, BEYOND, OWN], default=REGION), children.index)


def _groups(reader: Reader, asked: RareAsked) -> dict[str, pd.DataFrame]:
    everyone = rare_children(reader, asked.filters, (asked.day,), asked.thresholds)
    everyone = everyone.assign(lives=lives_at(everyone))
    kept = everyone[[*dict.fromkeys([*_KEPT, *asked.filters.attributes])]]
    found = {code: kept[everyone[f"in_{code}"]] for code in (asked.cohort, ANY)}
    return {**found, EVERYONE: kept}


def halves(groups: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Part each group by what shares are of; both halves are cells of their own."""
    found = {}
    for code, children in groups.items():
        beyond, far = children["out_region"], children["band"].isin(list(FAR_BANDS))
        found[f"{code} beyond"], found[f"{code} not beyond"] = children[beyond], children[~beyond]
        found[f"{code} far"], found[f"{code} not far"] = children[far], children[~far]
    return found


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
