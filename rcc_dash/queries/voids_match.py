"""Which far child could have had which empty place near home? Pairs never leave this room.

All far children of a cooperative take part, whatever the filter: whom a filter leaves out still
needs a bed, and no choice of filter may change who is given which place (decision 6).
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.suitability import ISLANDS, Kind, rules, suits
from rcc_dash.domain.voids import STILL_EMPTY_LEAST
from rcc_dash.models.assignment import NOWHERE, assigned
from rcc_dash.queries.distance_children import distance_children
from rcc_dash.queries.distance_day import knows
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured
from rcc_dash.queries.suited import (
    homes_seen,
    is_asked_about,
    kinds_apart,
    kinds_of,
    miles_between,
    must_be_alone,
    room_for,
)
from rcc_dash.queries.voids_homes import Moment, open_to_children, void_homes

RECENT_DAYS: Final = 26 * 7
"""A child who has lived somewhere for longer is settled: stability first (design/methods.md 2.4)."""
_NOBODY: Final = ("pooled", "in_own", "own", "alone")


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched: within how many miles, for whom (`all` or `recent`), in which places.

    `beds`: "returned" are places known to be empty and ready, "most" all that are not known to be used.
    `is_strict`: a need that no file tells is taken to be there.
    """

    rcc: str
    when: Moment
    miles: int
    whom: str
    beds: str
    is_strict: bool = False

    @property
    def code(self) -> str:
        """Spell its settings, as a release knows them."""
        strict = "strict" if self.is_strict else ""
        return "/".join(filter(None, (str(self.miles), self.whom, self.beds, strict, str(self.when.days))))

    @property
    def day(self) -> date:
        """Give the day of the children's returns that answer. Raises ValueError where none do."""
        if self.when.children is None:
            message = "nobody can be matched where no children's returns are loaded"
            raise ValueError(message)
        return self.when.children

    @property
    def measured(self) -> Measured:
        """Give what its figures are of."""
        return Measured("search", self.when.day, Filters(rcc=self.rcc), self.code)


@lru_cache(maxsize=16)
def matched(reader: Reader, search: Search) -> pd.DataFrame:
    """Give the far children with what was found for them, never changed by a caller.

    Raises ValueError where no children's returns answer for the day.

    Columns: those of `distance_children`, asked (somebody whom the rules cover, at a distance that was
    not chosen for the child), pooled (placed, all places shared), in_own (so, in a home of the own LA),
    own (placed, were there only the LA's own homes), alone (only homes in the own area), stop (why not
    pooled: type, need, full, taken; null for others), sector_there (sector of the home given).
    """
    children = _far(reader, search)
    homes = homes_searched(reader, search)
    if children.empty or homes.empty:
        no_home = pd.Series("type", children.index, dtype=object).where(children["asked"])
        return children.assign(**dict.fromkeys(_NOBODY, False), stop=no_home, sector_there=None)
    return _found(children, homes, search)


def _far(reader: Reader, search: Search) -> pd.DataFrame:
    meant = distance_children(reader, Filters(rcc=search.rcc), (search.day,))
    far = meant[meant["distance_miles"] > search.miles]
    asked = is_asked_about(far)
    if search.whom == "recent" and knows(reader, "placed_on"):
        stays = reader.ask("voids_stays", date=search.day.isoformat())
        keys = stays.loc[stays["days"] < RECENT_DAYS, ["la_code", "record_key"]]
        asked &= pd.MultiIndex.from_frame(far[["la_code", "record_key"]]).isin(pd.MultiIndex.from_frame(keys))
    return far.assign(asked=asked).sort_values(["la_code", "record_key"], ignore_index=True)


def homes_searched(reader: Reader, search: Search) -> pd.DataFrame:
    """Give the cooperative's homes that a child could go to, with `free` places in each.

    A return so old that its places are unlikely to be empty still tells of none.
    """
    homes = open_to_children(void_homes(reader, search.when))
    homes = homes[homes["la_code"].isin(cooperatives()[search.rcc].la_codes)]
    fresh = homes["void"].where(homes["still"] >= STILL_EMPTY_LEAST, 0)
    return homes.assign(free=fresh if search.beds == "returned" else homes["void"] + homes["unknown"])


def _found(children: pd.DataFrame, homes: pd.DataFrame, search: Search) -> pd.DataFrame:
    kinds = kinds_of(children, is_strict=search.is_strict)
    different, group = kinds_apart(kinds)
    miles = miles_between(children, homes)
    near = (miles <= search.miles) & children[["asked"]].to_numpy(bool)
    suitable = near & suits(different, homes_seen(homes))[group]
    alone = must_be_alone(kinds)
    could = suitable & room_for(alone, homes["free"], homes["places"])
    steps = {
        "has_type": near & _of_type(different, homes)[group],
        "has_suitable": suitable,
        "has_free": could,
    }
    reached = {name: np.any(step, axis=1) for name, step in steps.items()}
    return children.assign(**_placed(children, homes, miles, could, alone), **reached).pipe(_stopped)


def _placed(
    children: pd.DataFrame,
    homes: pd.DataFrame,
    miles: NDArray[np.float64],
    could: NDArray[np.bool_],
    alone: NDArray[np.bool_],
) -> dict[str, pd.Series | NDArray[np.bool_]]:
    """Place the children three times: all homes shared, the LA's own homes, the homes in its area."""
    free = homes["free"].to_numpy().astype(np.int64)
    here = children["la_code"].to_numpy(str)[:, None] == homes["la_code"].to_numpy(str)[None, :]
    own = here & homes["sector"].eq("la").to_numpy()[None, :]
    pooled = assigned(miles, could, free, own, alone)
    placed = pooled != NOWHERE
    sectors = homes["sector"].to_numpy(str)[pooled]
    return {
        "pooled": placed,
        "in_own": placed & own[np.arange(len(children)), pooled],
        "own": assigned(miles, could & own, free, alone=alone) != NOWHERE,
        "alone": assigned(miles, could & here, free, alone=alone) != NOWHERE,
        "still": homes["still"].to_numpy()[pooled] * placed,
        "sector_there": pd.Series(sectors, children.index).where(pd.Series(placed, children.index)),
    }


def _stopped(children: pd.DataFrame) -> pd.DataFrame:
    steps = [~children["has_type"], ~children["has_suitable"], ~children["has_free"]]
    stop = np.select(steps, ["type", "need", "full"], default="taken")
    kept = children["asked"] & ~children["pooled"]
    return children.assign(stop=pd.Series(stop, children.index).where(kept))


def _of_type(kinds: list[Kind], homes: pd.DataFrame) -> NDArray[np.bool_]:
    """Say which homes are of a type for such a child, whatever the age and need, across no water."""
    types = {kind: {rule.home_type for rule in rules() if rule.placement == kind.placement} for kind in kinds}
    island = homes["la_code"].isin(ISLANDS)
    rows = [
        (homes["provision_type"].isin(types[kind]) & island.eq(kind.on_island)).to_numpy() for kind in kinds
    ]
    return np.array(rows, dtype=bool)
