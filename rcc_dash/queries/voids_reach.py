"""Which homes are within reach of each far child, and how far are they? Never leaves this room.

Children of one postcode sector are equally far from each home, and children of one kind suit the same homes:
what depends on these is worked out once for each of them, not for each child.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.suitability import ISLANDS, Kind, rules, suits
from rcc_dash.queries.by_value import looked_up
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.suited import (
    homes_seen,
    is_asked_about,
    kinds_among,
    miles_between,
    must_be_alone,
    room_for,
)
from rcc_dash.queries.tallies import grouped
from rcc_dash.queries.voids_homes import Moment, open_to_children, void_homes

RECENT_DAYS: Final = 26 * 7
"""A child who has lived somewhere for longer is settled: stability first (design/methods.md 2.4)."""
_OF_SECTOR: Final = ["east", "north", "la_code"]
_ORIGIN: Final = ["origin_east", "origin_north"]
Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """Far children, those of them asked about, where these come from, and the homes near there."""

    children: pd.DataFrame
    """All far children of the cooperative, by LA and record key.

    Columns: those of `voids_far.sql`; origin_east, origin_north and origin_la (of the sector of home; null if
    unknown); and `asked`, who is asked about.
    """
    asked: pd.DataFrame
    """Those whom the rules cover, at a distance that was not chosen for the child."""
    sector: Rows
    """Of each of `asked`, the row of `miles` and `near`."""
    homes: pd.DataFrame
    miles: NDArray[np.float64]
    near: Mask


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """What is within reach of each of `Reach.asked`, and which home (columns) each could go to."""

    steps: dict[str, Mask]
    """`has_type`, `has_suitable` and `has_free`: a home of the type, one that suits, one that has a place."""
    people: Rows
    """Who could go anywhere, as rows of `Reach.asked`."""
    could: Mask
    """Of each of `people`."""
    alone: Mask


@lru_cache(maxsize=8)
def reach(reader: Reader, rcc: str, when: Moment, miles: int, whom: str) -> Reach:
    """Give what is near the far children of a cooperative; `whom` is `all` or `recent`.

    Raises ValueError where no children's returns answer for the day.
    """
    children, homes = _far(reader, rcc, when, miles, whom), homes_open(reader, rcc, when)
    asked = children[children["asked"]]
    origins = grouped(asked, _ORIGIN)
    away = miles_between(origins.rows, homes)
    return Reach(children, asked, origins.number, homes, away, away <= miles)


def homes_open(reader: Reader, rcc: str, when: Moment) -> pd.DataFrame:
    """Give the cooperative's homes that a child could go to."""
    homes = open_to_children(void_homes(reader, when))
    return homes[homes["la_code"].isin(cooperatives()[rcc].la_codes)]


def reached(found: Reach, free: pd.Series, *, is_strict: bool) -> Reached:
    """Say what is within reach where homes have so many `free` places."""
    kinds, kind = kinds_among(found.asked, is_strict=is_strict)
    alike, at = np.unique(found.sector * len(kinds) + kind, return_inverse=True)
    sector, of = np.divmod(alike, len(kinds))
    near, suitable = found.near[sector], suits(kinds, homes_seen(found.homes))
    alone = must_be_alone(kinds)
    could = near & (suitable & room_for(alone, free, found.homes["places"]))[of]
    each = {
        "has_type": near & _of_type(kinds, found.homes)[of],
        "has_suitable": near & suitable[of],
        "has_free": could,
    }
    steps = {name: np.any(step, axis=1)[at] for name, step in each.items()}
    people = np.flatnonzero(steps["has_free"])
    return Reached(steps, people, could[at[people]], alone[kind[people]])


def _far(reader: Reader, rcc: str, when: Moment, miles: int, whom: str) -> pd.DataFrame:
    if when.children is None:
        message = "nobody can be matched where no children's returns are loaded"
        raise ValueError(message)
    day, las = when.children.isoformat(), [*cooperatives()[rcc].la_codes]
    far = reader.ask("voids_far", date=day, la_codes=las, miles=miles)
    came = looked_up(far["origin_sector"], reader.ask("sectors").set_index("postcode_sector")[_OF_SECTOR])
    far = far.assign(**came.add_prefix("origin_")).rename(columns={"origin_la_code": "origin_la"})
    asked = is_asked_about(far)
    if whom == "recent":
        stays = reader.ask("voids_stays", date=day)
        keys = stays.loc[stays["days"] < RECENT_DAYS, ["la_code", "record_key"]]
        asked &= pd.MultiIndex.from_frame(far[["la_code", "record_key"]]).isin(pd.MultiIndex.from_frame(keys))
    return far.assign(asked=asked)


def _of_type(kinds: list[Kind], homes: pd.DataFrame) -> Mask:
    """Say which homes are of a type for such a child, whatever the age and need, across no water."""
    home_type, island = homes["provision_type"], homes["la_code"].isin(ISLANDS).to_numpy()
    of_type = {
        placement: home_type.isin([one.home_type for one in rules() if one.placement == placement]).to_numpy()
        for placement in {kind.placement for kind in kinds}
    }
    found = np.zeros((len(kinds), len(homes)), dtype=bool)
    for row, kind in enumerate(kinds):
        found[row] = of_type[kind.placement] & (island == kind.on_island)
    return found
