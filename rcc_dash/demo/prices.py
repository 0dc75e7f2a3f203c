"""What does each synthetic placement cost a week, and who pays which part?"""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.episodes import in_return
from rcc_dash.demo.kinds import (
    FOSTER,
    HOME,
    NEVER,
    OTHER_RESIDENTIAL,
    OWN_LA,
    SCHOOL,
    SUPPORTED,
    YEARS,
    Flags,
    Floats,
    day,
)
from rcc_dash.demo.targets import count

_MATCHED: Final = {FOSTER: "Fostering services", HOME: "Residential care"}
_USUAL_GBP: Final = {
    FOSTER: 760.0,
    HOME: 7400.0,
    SUPPORTED: 1600.0,
    SCHOOL: 4800.0,
    OTHER_RESIDENTIAL: 4200.0,
}
_KIN, _IN_HOUSE, _BOUGHT = 0.6, 0.8, 1.5
"""Foster placements against their mean: with relatives, with the LA's own carers, with agencies."""
_SPREAD: Final = {FOSTER: 0.15, HOME: 0.17}
_OTHER_SPREAD: Final = 0.24
_PER_BURDEN: Final = {FOSTER: 0.06, HOME: 0.09}
_OTHER_PER_BURDEN: Final = 0.10
"""How the logarithm of a price varies by itself, and grows with the child's burden."""
_SOLO, _UNDER_ORDER, _SPOT = 1.35, 1.2, 1.06
_A_YEAR: Final = 1.06
"""Prices rose by so much a year; only the last year's are published by LA."""
_PAID_BY_OTHERS: Final = 0.35
"""Share of placements to which health or education pay a part, where there is cause."""


def priced(all_episodes: pd.DataFrame, year: int) -> pd.DataFrame:
    """Give the placements of a year's return, one row each, with weekly (£), health_part and education_part.

    The mean weekly cost of an LA's open placements in foster care and in children's homes is the
    published unit cost of the last year (less for earlier ones); so is that of placements that ended.
    """
    rng = np.random.default_rng([year, 8])
    spells = _spells(in_return(all_episodes, year))
    spells = spells.assign(weekly=_weekly(spells, year))
    health = (spells["disability"] != "NONE") | spells["solo"] | _under_order(spells, year)
    education = spells["ehcp"] & spells["placement"].isin([HOME, SCHOOL])
    return spells.assign(health_part=_part(health, rng), education_part=_part(education, rng))


def _spells(episodes: pd.DataFrame) -> pd.DataFrame:
    """Join the episodes of a stay that a legal change splits: costs go by placement."""
    paid = episodes[episodes["placement"].isin(list(_USUAL_GBP)) & (episodes["place"] != "T3")]
    whole = paid.sort_values(["person", "began"])
    joined = whole["same_place"] & whole["person"].eq(whole["person"].shift())
    number = (~joined).cumsum()
    ends = whole.groupby(number)["ended"].transform("last")
    return whole.assign(ended=ends)[~joined]


def _weekly(spells: pd.DataFrame, year: int) -> Floats:
    """Give weekly costs, scaled to the published mean of each LA's open and ended placements."""
    drawn = _usual(spells) * np.exp(
        spells["placement"].map(_SPREAD).fillna(_OTHER_SPREAD) * spells["luck"]
        + spells["placement"].map(_PER_BURDEN).fillna(_OTHER_PER_BURDEN) * spells["burden"]
    )
    drawn *= np.where(spells["placement"] == HOME, _extra(spells, year), 1.0)
    groups = [spells["area"], spells["placement"], spells["ended"] == NEVER]
    mean = drawn.groupby(groups).transform("mean")
    wanted = _published(spells)
    weekly: Floats = np.where(np.isnan(wanted), drawn, drawn / mean * wanted)
    return weekly / _A_YEAR ** (YEARS[-1] - year)


def _usual(spells: pd.DataFrame) -> "pd.Series[float]":
    foster = np.where(spells["provider"] == OWN_LA, _IN_HOUSE, _BOUGHT)
    foster = np.where(spells["place"].isin(["U1", "U3"]), _KIN, foster)
    usual: pd.Series[float] = spells["placement"].map(_USUAL_GBP)
    priced: pd.Series[float] = usual * np.where(spells["placement"] == FOSTER, foster, 1.0)
    return priced


def _extra(spells: pd.DataFrame, year: int) -> Floats:
    solo = np.where(spells["solo"], _SOLO, 1.0)
    order = np.where(_under_order(spells, year), _UNDER_ORDER, 1.0)
    return solo * order * np.where(spells["route"] == "spot", _SPOT, 1.0)


def _under_order(spells: pd.DataFrame, year: int) -> Flags:
    in_force: Flags = (
        (spells["order_from"] <= day(year)) & (spells["order_until"] > day(year)) & (spells["place"] == "K2")
    ).to_numpy()
    return in_force


def _part(cause: "pd.Series[bool]", rng: np.random.Generator) -> Floats:
    paid = cause.to_numpy() & (rng.random(len(cause)) < _PAID_BY_OTHERS)
    return np.where(paid, rng.uniform(0.08, 0.35, len(cause)), 0.0)


def _published(spells: pd.DataFrame) -> Floats:
    known = {
        (area, kind): count(area, "s251_weekly_unit_cost_gbp", label, YEARS[-1])
        for area in spells["area"].unique()
        for kind, label in _MATCHED.items()
    }
    pairs = zip(spells["area"], spells["placement"], strict=True)
    return np.array([known.get(pair, np.nan) for pair in pairs])
