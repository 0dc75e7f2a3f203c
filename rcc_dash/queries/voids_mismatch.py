"""How many far children could have had an empty place near home, and what stops the rest? Protected."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.amounts import cost_mean
from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.voids import run_by_of
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import counts_by
from rcc_dash.queries.distance_bands import is_one_cell
from rcc_dash.queries.distance_children import distance_children
from rcc_dash.queries.lattice import cell_columns, shown_cells, tallied
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_fees import fees
from rcc_dash.queries.voids_homes import Moment, void_children, void_homes
from rcc_dash.queries.voids_match import Search, homes_searched, matched

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
    homes: int
    """Homes with an empty place that was searched."""
    places: int
    saving: Figure
    """Mean £ a week by which a placed child's far placement costs more, one that costs less counting as 0."""


def mismatch(reader: Reader, filters: Filters, search: Search) -> Mismatch | None:
    """Count the far children that the filter means; None where no children's returns answer for the day."""
    day = search.when.children
    if day is None:
        return None
    everyone = matched(reader, search)
    meant = distance_children(reader, filters, (day,))
    keys = pd.MultiIndex.from_frame(meant[["la_code", "record_key"]])
    far = everyone[pd.MultiIndex.from_frame(everyone[["la_code", "record_key"]]).isin(keys)]
    cells = shown_cells(reader.rule, _long(far, filters), filters, ["part"])
    counts = counts_by(reader.rule, day, cells, ["la_code", "part"])
    parts = ("far", *_FLAGS, "stopped", *STOPS)
    areas = (ALL_AREAS, *filters.la_codes)
    free = homes_searched(reader, search)["free"]
    return Mismatch(
        search,
        {area: _nested({part: counts.figure(area, part) for part in parts}) for area in areas},
        int((free > 0).sum()),
        int(free.sum()),
        _saving(reader, filters, search, far),
    )


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


def _saving(reader: Reader, filters: Filters, search: Search, far: pd.DataFrame) -> Figure:
    """Compare each placed child's cost with the mean fee of the homes that the place is in."""
    day, prices = search.when.children, fees(reader, search.rcc, search.when)
    placed = far[far["pooled"]].dropna(subset=["weekly_cost_gbp"])
    if placed.empty or any(price.value is None for price in prices.values()):
        return Figure(None, "" if placed.empty else HIDDEN, day)
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


def search_of(filters: Filters, when: Moment, miles: int, whom: str, beds: str) -> Search:
    """Give the search that a filter stands for: always of the whole cooperative."""
    return Search(filters.rcc, when, miles, whom, beds)
