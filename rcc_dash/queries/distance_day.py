"""Every child looked after on a day, with how far from home that is in each sense. Never leaves this room."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.distance import band_codes, is_borderline, is_far
from rcc_dash.domain.distance_base import standings
from rcc_dash.domain.places import OUTSIDE_ENGLAND, cooperatives
from rcc_dash.domain.splits import UNKNOWN, care_bands, cost_bands, legal_group
from rcc_dash.models.far_chance import counted_as, far_chance
from rcc_dash.queries.by_value import by_value, looked_up
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import Mask
from rcc_dash.settings import FAR_MILES

_ONLY_READ: Final = ["uasc", "legal_status", "distance_basis", "origin_sector", "placement_sector"]
"""What others follow from, and nobody asks for itself."""
_OF_SECTOR: Final = {
    "east": "origin_east", "north": "origin_north", "la_code": "origin_la", "spread_miles": "spread_miles",
}  # fmt: skip
_DAYS: Final = 16
"""Days of which each part is remembered."""


def children_on(reader: Reader, day: date, columns: Iterable[str] | None = None) -> pd.DataFrame:
    """Give all children of a day, by LA and record key, never changed by a caller; of these columns, or all.

    Columns: those of `distance_children.sql` that are not only read; origin_east, origin_north and origin_la
    (of the sector of home; null if unknown), `standing` and `band` (codes), yes-or-no columns for
    each share (`measures.DISTANCE_MEASURES`; unknown is no) with `far_sure`, `far_maybe`, `far_likely`
    and the same of `far_outside` around what postcode sectors leave open (as many are likely far as
    their chances add up to), the groups of `domain.splits`, `reason` and `reason_label`.
    """
    told = _told(reader, day)
    every = [str(name) for name in told if name not in {*_ONLY_READ, *_PART_OF}]
    found = {
        name: _PART_OF.get(name, _told)(reader, day)[name]
        for name in dict.fromkeys((*every, *_PART_OF) if columns is None else columns)
    }
    return pd.DataFrame(found, copy=False)


@lru_cache(maxsize=_DAYS)
def _told(reader: Reader, day: date) -> pd.DataFrame:
    return reader.ask("distance_children", date=day.isoformat())


@lru_cache(maxsize=_DAYS)
def _came(reader: Reader, day: date) -> pd.DataFrame:
    """Say where home is, by the middle of its postcode sector, and how far a home of it may be from there."""
    return _places(reader, _told(reader, day)["origin_sector"])


def _places(reader: Reader, sectors: pd.Series) -> pd.DataFrame:
    places = reader.ask("sectors").set_index("postcode_sector")[[*_OF_SECTOR]]
    return looked_up(sectors, places).rename(columns=_OF_SECTOR)


@lru_cache(maxsize=_DAYS)
def _far(reader: Reader, day: date) -> pd.DataFrame:
    """Say who is far and outside the LA, or inside it, and what the spreads of sectors leave open."""
    rows = _told(reader, day)
    miles, far = rows["distance_miles"], _counts_as(reader, day)["far"].to_numpy(bool)
    by_sector = rows["distance_basis"].eq("sector")
    ends = (_came(reader, day), _places(reader, rows["placement_sector"]))
    spread, spread_to = (one["spread_miles"].where(by_sector, 0.0).fillna(0.0) for one in ends)
    open_ = is_borderline(miles, rows["distance_basis"])
    found = {
        "far": far,
        "far_sure": far & ~open_,
        "far_maybe": far | open_,
        "far_likely": counted_as(far_chance(miles, spread, spread_to, FAR_MILES)),
    }
    outside = rows["outside"].to_numpy(bool)
    both = {name.replace("far", "far_outside"): found[name] & outside for name in found}
    return pd.DataFrame({**found, **both, "far_inside": far & rows["inside"].to_numpy(bool)}, rows.index)


@lru_cache(maxsize=_DAYS)
def _beyond(reader: Reader, day: date) -> pd.DataFrame:
    """Say who lives beyond the region and beyond England."""
    rows = _told(reader, day)
    in_nations = rows["placement_la"].isin(list(OUTSIDE_ENGLAND))
    return pd.DataFrame({"out_region": out_of_region(rows), "out_england": in_nations})


@lru_cache(maxsize=_DAYS)
def _counts_as(reader: Reader, day: date) -> pd.DataFrame:
    """Say how a distance counts, whether it is far, and in which band it is."""
    rows = _told(reader, day)
    miles = rows["distance_miles"]
    how = standings(rows["placement"], rows["uasc"], rows["origin_sector"].notna(), miles)
    return pd.DataFrame({"standing": how, "far": is_far(miles), "band": band_codes(miles)}, rows.index)


@lru_cache(maxsize=_DAYS)
def _splits(reader: Reader, day: date) -> pd.DataFrame:
    """Give the groups that follow from what is told."""
    rows = _told(reader, day)
    legal = by_value(rows["legal_status"], legal_group, UNKNOWN)
    return pd.DataFrame({"cost": cost_bands(rows["weekly_cost_gbp"]), "legal": legal}, rows.index)


@lru_cache(maxsize=_DAYS)
def _needs(reader: Reader, day: date) -> pd.DataFrame:
    """Give what later sources say, in the order of the children."""
    rows = reader.ask("distance_needs", date=day.isoformat())
    return rows[["dols", "solo", "reason", "reason_label"]].assign(care=care_bands(rows["care_days"]))


def out_of_region(rows: pd.DataFrame) -> Mask:
    """Say who is placed with no member of the cooperative of their LA; an unknown LA is not outside."""
    lives, each = rows["placement_la"], [list(one.la_codes) for one in cooperatives().values()]
    left = [(rows["la_code"].isin(las) & ~lives.isin(las)).to_numpy(bool) for las in each]
    found: Mask = np.logical_or.reduce(left) & lives.notna().to_numpy(bool)
    return found


_PART_OF: Final[Mapping[str, Callable[[Reader, date], pd.DataFrame]]] = {
    **dict.fromkeys(("origin_east", "origin_north", "origin_la"), _came),
    **dict.fromkeys(
        ("far_sure", "far_maybe", "far_likely", "far_outside", "far_outside_sure", "far_outside_maybe",
         "far_outside_likely", "far_inside"), _far
    ),
    **dict.fromkeys(("out_region", "out_england"), _beyond),
    **dict.fromkeys(("standing", "far", "band"), _counts_as),
    **dict.fromkeys(("cost", "legal"), _splits),
    **dict.fromkeys(("care", "dols", "solo", "reason", "reason_label"), _needs),
}  # fmt: skip
"""Which part a column is worked out in, once it is asked for; all others are told as they are."""
