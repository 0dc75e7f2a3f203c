"""In which home does each child in residential care live? Never more children than places on a 31 March."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from rcc_dash.demo.gazetteer import Gazetteer
from rcc_dash.demo.homes import Homes
from rcc_dash.demo.kinds import (
    HOME,
    IN_FAR,
    IN_NEAR,
    IN_UNKNOWN,
    LA_HOME,
    OTHER_LA,
    OUT_FAR,
    OWN_LA,
    PRIVATE,
    PRIVATE_HOME,
    VOLUNTARY,
    VOLUNTARY_HOME,
    YEARS,
    Flags,
    Floats,
    Ints,
    day,
)
from rcc_dash.demo.placing import fits

NO_HOME: Final = -1
_IMPOSSIBLE: Final = 1e6
_MOST_A_CHOICE: Final = 3
"""Beds of one home that one LA chooses from at a time: keeps the problem small and homes mixed."""
_SECTOR_OF: Final = {OWN_LA: LA_HOME, OTHER_LA: LA_HOME, PRIVATE: PRIVATE_HOME, VOLUNTARY: VOLUNTARY_HOME}
_NEAR_MATTERS, _FAR_MATTERS = 0.5, 0.06
"""What a mile counts for: near homes are preferred, among far ones hardly, or all would be just over 20."""
_UNUSUAL_KIND: Final = np.array([0.0, 40.0, 6.0])
"""Extra miles that a secure home or a residential school counts for: few children need one."""


@dataclass(frozen=True, slots=True)
class _Search:
    """What is needed to look for beds in one year."""

    homes: Homes
    where: Gazetteer
    column: int
    rng: np.random.Generator


def settle(stays: pd.DataFrame, homes: Homes, where: Gazetteer, rng: np.random.Generator) -> pd.DataFrame:
    """Give every stay in a children's home its `home` (number, -1 if none) and the home's postcode.

    `stays` are of all LAs, with `area` (responsible LA). When a home leaves the register its
    children move before it closes. Where no home of the published class has room, the stay
    keeps its own postcode and has no home.
    """
    stays = stays.assign(home=NO_HOME)
    for column, year in enumerate(YEARS):
        search = _Search(homes, where, column, rng)
        stays = _moved_out(stays, search, year)
        room = homes.places[:, column] - _living(stays, year, len(homes.facts))
        for area in rng.permutation(stays["area"].unique()):
            waiting = _waiting(stays, str(area), year)
            chosen = _chosen(stays.iloc[waiting], str(area), room, search)
            stays.loc[waiting, "home"] = chosen
            room -= np.bincount(chosen[chosen >= 0], minlength=len(room))
    housed = stays["home"] >= 0
    return stays.assign(at=np.where(housed, homes.facts["at"].to_numpy()[stays["home"]], stays["at"]))


def _on(stays: pd.DataFrame, year: int) -> Flags:
    open_then: Flags = ((stays["began"] <= day(year)) & (stays["ended"] > day(year))).to_numpy()
    return open_then


def _living(stays: pd.DataFrame, year: int, n: int) -> Ints:
    here = _on(stays, year) & (stays["home"] >= 0).to_numpy()
    return np.bincount(stays["home"][here], minlength=n)


def _waiting(stays: pd.DataFrame, area: str, year: int) -> Ints:
    began_before = (stays["began"] <= day(year - 1)) & (year > YEARS[0])
    needs = (stays["area"] == area) & (stays["placement"] == HOME) & (stays["home"] < 0) & ~began_before
    return np.flatnonzero(needs & _on(stays, year))


def _moved_out(stays: pd.DataFrame, search: _Search, year: int) -> pd.DataFrame:
    """Split the stays of children whose home closed or has fewer places: they move some weeks before."""
    here = stays[_on(stays, year) & (stays["home"] >= 0).to_numpy()]
    turn = here.groupby("home").cumcount().to_numpy()
    leaving = here[turn >= search.homes.places[here["home"], search.column]]
    closes = search.homes.facts["closed_on"].to_numpy()[leaving["home"]]
    on = np.minimum(closes, day(year)) - search.rng.integers(14, 120, len(leaving))
    on = np.maximum(on, leaving["began"] + 1)
    kept = stays.copy()
    kept.loc[leaving.index, "ended"] = on
    return pd.concat([kept, leaving.assign(began=on, home=NO_HOME)], ignore_index=True)


def _chosen(children: pd.DataFrame, area: str, room: Ints, search: _Search) -> Ints:
    """Give each child a home with room, as near to the class and sector published as there is."""
    homes = np.full(len(children), NO_HOME, dtype=np.int64)
    open_beds = np.flatnonzero((room > 0) & ~search.homes.facts["short_break"].to_numpy())
    beds = np.repeat(open_beds, np.minimum(room[open_beds], _MOST_A_CHOICE))
    for any_sector in (False, True):
        left = np.flatnonzero(homes < 0)
        if not len(left) or not len(beds):
            break
        cost = _cost(children.iloc[left], area, beds, search)
        if not any_sector:
            cost += _IMPOSSIBLE * _wrong_sector(children.iloc[left], beds, search)
        rows, columns = linear_sum_assignment(cost)
        good = cost[rows, columns] < _IMPOSSIBLE / 2
        homes[left[rows[good]]] = beds[columns[good]]
        beds = np.delete(beds, columns[good])
    return homes


def _cost(children: pd.DataFrame, area: str, beds: Ints, search: _Search) -> Floats:
    facts, where = search.homes.facts, search.where
    at, areas = facts["at"].to_numpy()[beds], facts["area"].to_numpy().astype(str)[beds]
    miles = where.miles(children["origin"].to_numpy()[:, None], at[None, :])
    weary = search.rng.gumbel(size=miles.shape) * 6 + _UNUSUAL_KIND[facts["kind"].to_numpy()[beds]]
    locality = children["locality"].to_numpy()
    possible = (areas == area)[None, :] == np.isin(locality, (IN_NEAR, IN_FAR, IN_UNKNOWN))[:, None]
    for each in np.unique(locality):
        possible[locality == each] &= fits(int(each), miles[locality == each])
    registered = facts["registered_on"].to_numpy()[beds]
    possible &= registered[None, :] <= children["began"].to_numpy()[:, None]
    matters = np.where(np.isin(locality, (IN_FAR, OUT_FAR)), _FAR_MATTERS, _NEAR_MATTERS)
    cost: Floats = miles * matters[:, None] + weary + _IMPOSSIBLE * ~possible
    return cost


def _wrong_sector(children: pd.DataFrame, beds: Ints, search: _Search) -> Flags:
    wanted = children["provider"].map(_SECTOR_OF).fillna(PRIVATE_HOME).to_numpy()
    wrong: Flags = wanted[:, None] != search.homes.facts["sector"].to_numpy()[beds][None, :]
    return wrong
