"""Where does each child come from, and at which postcode is each placement?

Every pair of postcodes falls in the published class: inside or outside the LA, near or far by
DfE's formula.
"""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.gazetteer import Gazetteer
from rcc_dash.demo.kinds import (
    IN_FAR,
    IN_NEAR,
    IN_UNKNOWN,
    OUT_FAR,
    OUT_NEAR,
    OUT_UNKNOWN,
    PARENTS,
    Flags,
    Floats,
    Ints,
)
from rcc_dash.settings import FAR_MILES, METRES_PER_MILE

_TRIES: Final = 48
_POOL: Final = 1500
_AT_HOME: Final = 0.6
"""Share of children placed with parents nearby whose placement is the family home itself."""
_INSIDE: Final = (IN_NEAR, IN_FAR, IN_UNKNOWN)
_REACH_MILES: Final = {
    IN_NEAR: 4.0,
    OUT_NEAR: 5.0,
    IN_FAR: 8.0,
    OUT_FAR: 45.0,
    IN_UNKNOWN: 8.0,
    OUT_UNKNOWN: 20.0,
}
"""How fast the chance of a placement falls with its distance, by class."""


def fits(locality: int, miles: Floats) -> Flags:
    """Say whether distances are of a published class; any is where the distance is not known."""
    far = miles > FAR_MILES
    return (
        np.ones(miles.shape, np.bool_)
        if locality in {IN_UNKNOWN, OUT_UNKNOWN}
        else far == (locality in {IN_FAR, OUT_FAR})
    )


def place(stays: pd.DataFrame, la_code: str, where: Gazetteer, rng: np.random.Generator) -> pd.DataFrame:
    """Add `origin` and `at` (postcode numbers) to an LA's stays.

    A child keeps one origin, unless no placement of the published class exists from there: then
    the family has moved. In small LAs a far placement inside needs an origin outside.
    """
    own = where.within(la_code)
    child, _ = pd.factorize(stays["person"])
    origin = rng.choice(own, child.max() + 1)[child]
    at = np.zeros(len(stays), dtype=np.int64)
    locality = stays["locality"].to_numpy()
    for each in np.unique(locality):
        rows = np.flatnonzero(locality == each)
        pool = own if each in _INSIDE else _outside(la_code, where, far=each != OUT_NEAR, rng=rng)
        at[rows] = _nearby(origin[rows], pool, int(each), where, rng)
        lost = rows[~fits(int(each), where.miles(origin[rows], at[rows]))]
        pools = (own, _outside(la_code, where, far=True, rng=rng))
        origin[lost] = [_elsewhere(int(to), pools, int(each), where, rng) for to in at[lost]]
    at_home = (stays["placement"] == PARENTS) & (locality == IN_NEAR) & (rng.random(len(stays)) < _AT_HOME)
    return stays.assign(origin=origin, at=np.where(at_home, origin, at))


def _outside(la_code: str, where: Gazetteer, *, far: bool, rng: np.random.Generator) -> Ints:
    """Draw postcodes of other areas, nearer ones and those of areas that take in many being likelier."""
    own = where.within(la_code)
    miles = (
        np.hypot(where.east - where.east[own].mean(), where.north - where.north[own].mean()) / METRES_PER_MILE
    )
    chance = where.weight * (np.exp(-miles / 45) if far else np.exp(-miles / 9)) + 1e-9
    chance[own] = 0.0
    return rng.choice(len(chance), _POOL, p=chance / chance.sum())


def _nearby(origin: Ints, pool: Ints, locality: int, where: Gazetteer, rng: np.random.Generator) -> Ints:
    """Choose a placement for each origin out of a few tries; out of the whole pool where none fits."""
    tries = pool[rng.integers(0, len(pool), (len(origin), _TRIES))]
    chosen, found = _best(origin, tries, locality, where, rng)
    for row in np.flatnonzero(~found):
        chosen[row] = _best(origin[[row]], pool[None, :], locality, where, rng)[0][0]
    return chosen


def _best(
    origin: Ints, tries: Ints, locality: int, where: Gazetteer, rng: np.random.Generator
) -> tuple[Ints, Flags]:
    miles = where.miles(origin[:, None], tries)
    score = rng.gumbel(size=tries.shape) - miles / _REACH_MILES[locality]
    score = np.where(fits(locality, miles) & (tries != origin[:, None]), score, score - 1e6)
    best = score.argmax(axis=1)
    rows = np.arange(len(origin))
    return tries[rows, best], fits(locality, miles[rows, best])


def _elsewhere(
    at: int, pools: tuple[Ints, ...], locality: int, where: Gazetteer, rng: np.random.Generator
) -> int:
    """Find a family home from which the placement is of its class, in the first pool that has one."""
    fitting = (pool[fits(locality, where.miles(pool, np.array([at])))] for pool in pools)
    return next((int(rng.choice(pool)) for pool in fitting if len(pool)), int(pools[0][0]))
