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
from pandas.api.extensions import ExtensionArray

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.voids import STILL_EMPTY_LEAST
from rcc_dash.models.assignment import NOWHERE, assigned
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.queries.voids_reach import Reach, Reached, Rows, homes_open, reach, reached

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

    Columns: those of `Reach.children` (asked: somebody whom the rules cover, at a distance that was not
    chosen for the child), pooled (placed, all places shared), in_own (so, in a home of the own LA),
    own (placed, were there only the LA's own homes), alone (only homes in the own area), stop (why not
    pooled: type, need, full, taken; null for others), sector_there (sector of the home given).
    """
    near = reach(reader, search.rcc, search.when, search.miles, search.whom)
    children = near.children
    if children.empty or near.homes.empty:
        no_home = pd.Series("type", children.index, dtype=object).where(children["asked"])
        return children.assign(**dict.fromkeys(_NOBODY, False), stop=no_home, sector_there=None)
    free = _free(near.homes, search)
    found = reached(near, free, is_strict=search.is_strict)
    steps = {name: _among(near, step) for name, step in found.steps.items()}
    return children.assign(**_placed(near, found, free), **steps).pipe(_stopped)


def homes_searched(reader: Reader, search: Search) -> pd.DataFrame:
    """Give the cooperative's homes that a child could go to, with `free` places in each."""
    homes = homes_open(reader, search.rcc, search.when)
    return homes.assign(free=_free(homes, search))


def _free(homes: pd.DataFrame, search: Search) -> pd.Series:
    """Count the places searched: a return so old that they are unlikely to be empty still tells of none."""
    fresh = homes["void"].where(homes["still"] >= STILL_EMPTY_LEAST, 0)
    return fresh if search.beds == "returned" else homes["void"] + homes["unknown"]


def _placed(near: Reach, found: Reached, free: pd.Series) -> dict[str, np.ndarray | ExtensionArray]:
    """Place the children three times: all homes shared, the LA's own homes, the homes in its area."""
    homes, miles = near.homes, near.miles[near.sector[found.people]]
    places, could = free.to_numpy().astype(np.int64), found.could
    here = _lives_there(near.asked["la_code"].iloc[found.people], homes["la_code"])
    own = here & homes["sector"].eq("la").to_numpy()[None, :]
    pooled = assigned(miles, could, places, own, found.alone)
    placed = pooled != NOWHERE

    def among(said: np.ndarray) -> np.ndarray:
        return _among(near, said, found.people)

    there = np.full(len(near.children), NOWHERE)
    there[np.flatnonzero(near.children["asked"])[found.people]] = pooled
    return {
        "pooled": among(placed),
        "in_own": among(placed & own[np.arange(len(pooled)), pooled]),
        "own": among(assigned(miles, could & own, places, alone=found.alone) != NOWHERE),
        "alone": among(assigned(miles, could & here, places, alone=found.alone) != NOWHERE),
        "still": among(homes["still"].to_numpy()[pooled] * placed),
        "sector_there": homes["sector"].array.take(there, allow_fill=True),
    }


def _lives_there(las: pd.Series, home_las: pd.Series) -> np.ndarray:
    """Say which homes (columns) stand in which children's LA."""
    apart = pd.Index(home_las.unique())
    found: np.ndarray = np.equal.outer(apart.get_indexer(las), apart.get_indexer(home_las))
    return found


def _among(near: Reach, said: np.ndarray, people: Rows | None = None) -> np.ndarray:
    """Give what is said of those asked about, or of some of them, by all far children; of others nothing."""
    rows = np.flatnonzero(near.children["asked"])
    found = np.zeros(len(near.children), said.dtype)
    found[rows if people is None else rows[people]] = said
    return found


def _stopped(children: pd.DataFrame) -> pd.DataFrame:
    steps = [~children["has_type"], ~children["has_suitable"], ~children["has_free"]]
    stop = np.select(steps, ["type", "need", "full"], default="taken")
    kept = children["asked"] & ~children["pooled"]
    return children.assign(stop=pd.Series(stop, children.index).where(kept))
