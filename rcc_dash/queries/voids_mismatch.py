"""How many far children could have had an empty place near home, and what stops the rest? Protected."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.amounts import cost_mean
from rcc_dash.domain.disclosure import HIDDEN, Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.voids import STILL_EMPTY_LEAST, run_by_of
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import counts_by
from rcc_dash.queries.distance_children import is_meant
from rcc_dash.queries.distance_middles import is_one_cell
from rcc_dash.queries.lattice import cell_columns, may_cross
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import figure, numbers
from rcc_dash.queries.released_cells import Question, counted
from rcc_dash.queries.returned import as_returned
from rcc_dash.queries.tallies import tallied
from rcc_dash.queries.voids_fees import fees
from rcc_dash.queries.voids_homes import Moment, void_children, void_homes
from rcc_dash.queries.voids_known import homes_shown
from rcc_dash.queries.voids_match import Search, homes_searched, matched
from rcc_dash.settings import PROTECT_BASE, PROTECT_MIN_CHILDREN, PROTECT_MIN_PROVIDERS

STOPS: Final = {
    "type": "No home of that type near",
    "need": "None for the age or need",
    "full": "Suitable homes not empty",
    "taken": "Too few places for all",
}
"""Why a child could not be placed; every child in question is placed or stopped by exactly one of these.

In turn: no home of the type within reach; homes of the type, but none that takes the age or need;
suitable homes, but no empty place in them is known; an empty place, but other children need it too.
"""
_ALL_PCT: Final = 100.0
_NESTED: Final = ("own", "alone", "pooled")
"""Each is possible with more homes than the one before, and so for no fewer children."""
_FLAGS: Final = ("asked", "pooled", "in_own", "own", "alone")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Far children of each area (`ALL_AREAS` together) by what was found for them; all protected.

    Parts: far, the flags of `voids_match.matched`, stopped, and the codes of `STOPS`.
    """

    search: Search
    counts: Mapping[str, Mapping[str, Figure]]
    span: tuple[Figure, Figure]
    """How many of all areas could be placed at the least and at the most: were every need there that no
    file tells, and were every place empty that is not known to be used."""
    homes: int
    """Homes with an empty place that was searched; rounded, since a home is empty or not by one child."""
    places: int
    still_share: float
    """How many of the places known to be empty are likely to be empty still, in %, by their returns' age;
    protected, to the nearest 5%, and 100 where they are too few to say."""
    saving: Figure
    """Mean £ a week by which a placed child's far placement costs more, one that costs less counting as 0."""


def mismatch(reader: Reader, filters: Filters, search: Search) -> Mismatch | None:
    """Count the far children that the filter means; None where no children's returns answer for the day."""
    if search.when.children is None:
        return None
    counts = _counts(reader, filters, search)
    searched = numbers(reader, search.measured, lambda: _searched(reader, search))
    return Mismatch(
        search,
        counts,
        _span(reader, filters, search, counts[ALL_AREAS]["pooled"]),
        int(searched["homes"]),
        int(searched["places"]),
        searched["still"],
        saving(reader, filters, search),
    )


def _searched(reader: Reader, search: Search) -> Mapping[str, float]:
    """Say how many homes and places were searched, and how many are empty still."""
    homes = homes_searched(reader, search)
    free = homes[homes["free"] > 0]
    number, places = homes_shown(reader.rule, free, "free")
    return {"homes": number or 0, "places": places or 0, "still": _still(reader.rule, homes)}


@lru_cache(maxsize=8)
def _meant(reader: Reader, filters: Filters, search: Search) -> pd.DataFrame:
    """Give the far children that the filter means, with what was found when all of them took part.

    Nobody where too many filters are on to part them by what stops them.
    """
    everyone = matched(reader, search)
    return everyone[is_meant(everyone, filters) & may_cross(reader.rule, filters, ["stop"])]


@lru_cache(maxsize=32)
def _counts(reader: Reader, filters: Filters, search: Search) -> Mapping[str, Mapping[str, Figure]]:
    asked = Question("mismatch", (search.when.day,), search.code)
    cells = counted(reader, asked, lambda: _long(_meant(reader, filters, search), filters), filters, ["part"])
    counts = counts_by(reader.rule, search.day, cells, ["la_code", "part"])
    parts = ("far", *_FLAGS, "stopped", *STOPS)
    areas = (ALL_AREAS, *filters.la_codes)
    found = {area: _nested({part: counts.figure(area, part) for part in parts}) for area in areas}
    return as_returned(reader, search.day, found)


def _span(reader: Reader, filters: Filters, search: Search, pooled: Figure) -> tuple[Figure, Figure]:
    """Search twice more; two roundings may cross, so neither end passes the number between them."""
    ends = (replace(search, is_strict=True, beds="returned"), replace(search, is_strict=False, beds="most"))
    low, high = (_counts(reader, filters, end)[ALL_AREAS]["pooled"] for end in ends)
    if pooled.value is None:
        return low, high
    return (
        replace(low, value=min(low.value, pooled.value)) if low.value is not None else low,
        replace(high, value=max(high.value, pooled.value)) if high.value is not None else high,
    )


def _still(rule: Rule, homes: pd.DataFrame) -> float:
    """Give the share that is empty still; protected, to the nearest 5%, and of few places all of them.

    An exact share of places returned on two days would give the number of each away.
    """
    told = homes[homes["is_told"] & (homes["void"] > 0) & (homes["still"] >= STILL_EMPTY_LEAST)]
    may = rule.exact or (len(told) >= PROTECT_MIN_PROVIDERS and told["void"].sum() >= PROTECT_MIN_CHILDREN)
    if told.empty or not may:
        return _ALL_PCT
    share = _ALL_PCT * float(np.average(told["still"], weights=told["void"]))
    return share if rule.exact else float(PROTECT_BASE * round(share / PROTECT_BASE))


def _long(far: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Count each child once in every part that the child belongs to."""
    tallies = tallied(far, [*cell_columns(filters), *_FLAGS, "stop"])
    parts = [tallies.assign(part="far")]
    parts += [tallies[tallies[flag]].assign(part=flag) for flag in _FLAGS]
    stopped = tallies[tallies["stop"].notna()]
    parts += [stopped.assign(part="stopped"), stopped.assign(part=stopped["stop"])]
    return pd.concat(parts, ignore_index=True)


def _nested(counts: dict[str, Figure]) -> dict[str, Figure]:
    """Lift what rounding took below what is possible with fewer homes: two roundings may cross."""
    found = dict(counts)
    for fewer, more in pairwise(_NESTED):
        if (found[fewer].value or 0.0) > (found[more].value or 0.0):
            found[more] = found[fewer]
    return found


def saving(reader: Reader, filters: Filters, search: Search) -> Figure:
    """Compare each placed child's cost with the mean fee of the homes that the place is in."""
    asked = replace(search.measured, filters=filters)
    found = figure(reader, asked, "saving", lambda: _saved(reader, filters, search))
    return replace(found, as_of=search.day)


def _saved(reader: Reader, filters: Filters, search: Search) -> Figure:
    day, prices = search.day, fees(reader, search.rcc, search.when)
    far = _meant(reader, filters, search)
    placed = far[far["pooled"]].dropna(subset=["weekly_cost_gbp"])
    if placed.empty or any(price.value is None for price in prices.values()):
        return Figure(None, HIDDEN, day)
    near = run_by_of(placed["sector_there"]).map({code: price.value for code, price in prices.items()})
    if not is_one_cell(reader.rule, filters, placed):
        return Figure(None, HIDDEN, day)
    more = np.maximum(placed["weekly_cost_gbp"] - near.astype(float), 0.0)
    costs = placed.assign(cost_gbp=more, provider=_providers(reader, search.when, placed))
    return Figure(*cost_mean(reader.rule, costs), day)


def _providers(reader: Reader, when: Moment, placed: pd.DataFrame) -> pd.Series:
    """Say who is paid for each child now; null where the home or its owner is not known."""
    key = ["la_code", "record_key"]
    owners = void_homes(reader, when).set_index("urn")["owner_name"]
    living = void_children(reader, when).drop_duplicates(key).set_index(key)["urn"].map(owners)
    return pd.Series(living.reindex(pd.MultiIndex.from_frame(placed[key])).to_numpy(), placed.index)
