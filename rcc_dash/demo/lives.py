"""Who came into an LA's care, where did each child live, and when did they move or leave?"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.ages import ADULT_YEARS, adult_on, born_for, came_before, old_enough, years_in
from rcc_dash.demo.kinds import (
    FOSTER,
    IN_NEAR,
    NEVER,
    OUT_NEAR,
    OWN_LA,
    PRIVATE,
    YEARS,
    Flags,
    Floats,
    Ints,
    day,
)
from rcc_dash.demo.linking import link

_DETOUR: Final = 0.2
"""Share of moves and arrivals that go by way of a short placement in between."""
_FIRST_PLACEMENT: Final = 0.35
"""Share of the first stock that still live where they were first placed."""
_IN_HOUSE: Final = 0.6
_NEXT_DOOR: Final = 0.25
"""Shares of short foster placements with the LA's own carers, and outside the LA."""
_MOST_PASSING: Final = 300
_STAY: Final = ["person", "la", "placement", "provider", "locality", "began", "ended"]
_PERSON: Final = ["la", "born", "uasc", "came"]


@dataclass(frozen=True, slots=True)
class Turnover:
    """Children who started and who ceased to be looked after in the year to a 31 March, by LA."""

    started: Floats
    ceased: Floats


@dataclass(frozen=True, slots=True)
class Lives:
    """Children and where they lived; `la` is a number, days are counted from 1970.

    `people`: la, born, uasc, came (into care), left (NEVER while in care); a row's number is the person.
    `stays`: person, la, placement, provider, locality, began, ended (NEVER while open), by person and time.
    """

    people: pd.DataFrame
    stays: pd.DataFrame


def lives(stocks: dict[int, pd.DataFrame], turnover: dict[int, Turnover], rng: np.random.Generator) -> Lives:
    """Join the stocks of the LAs' 31 Marches into the lives of children, year after year."""
    now, stays = _first(stocks[YEARS[0]], rng)
    people = [now[_PERSON]]
    for year in YEARS[1:]:
        known = sum(len(some) for some in people)
        now, ended, came = _year(now, stocks[year], turnover[year], (year, known), rng)
        stays.append(ended[_STAY])
        people.append(came[_PERSON])
    stays.append(now.assign(ended=NEVER)[_STAY])
    all_stays = pd.concat(stays, ignore_index=True).sort_values(["person", "began"], ignore_index=True)
    left = all_stays.groupby("person")["ended"].max()
    return Lives(pd.concat(people, ignore_index=True).assign(left=left), all_stays)


def _first(stock: pd.DataFrame, rng: np.random.Generator) -> tuple[pd.DataFrame, list[pd.DataFrame]]:
    """Give the first stock its people, and the stays that ended in its year."""
    year = YEARS[0]
    years = years_in(stock["age"].to_numpy(), stock["uasc"].to_numpy() == 1, rng)
    born = born_for(years, year, rng)
    came = came_before(born, stock["uasc"].to_numpy() == 1, year, rng)
    began = np.where(rng.random(len(stock)) < _FIRST_PLACEMENT, came, rng.integers(came, day(year) - 4))
    began = old_enough(stock["placement"].to_numpy(), born, began)
    now = stock.assign(person=np.arange(len(stock)), years=years, born=born, came=came, began=began)
    earlier = now[(now["began"] > day(year - 1)) & (now["began"] > now["came"])]
    return now, [_short(earlier.assign(began=earlier["came"], ended=earlier["began"]), rng)[_STAY]]


def _year(
    before: pd.DataFrame,
    stock: pd.DataFrame,
    turnover: Turnover,
    when: tuple[int, int],
    rng: np.random.Generator,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Live one year: the stock with its people, the stays that ended in it, and who came."""
    year, known = when
    source, same = link(before, stock, _kept(before, turnover), rng)
    fresh: Flags = source < 0
    came = _newcomers(stock[fresh], year, rng).assign(person=known + np.arange(int(fresh.sum())))
    now = _now(before, stock, source, came)
    moves = ~same & ~fresh
    began = np.where(moves, _days(len(now), year, rng), now["began"])
    now["began"] = np.where(
        moves, old_enough(now["placement"].to_numpy(), now["born"].to_numpy(), began), began
    )
    more = turnover.started - np.bincount(came["la"], minlength=len(turnover.started))
    passing = _passing(known + len(came), more, year, rng)
    moved = _moved(before.iloc[source[moves]], now[moves], rng)
    now, arrived = _by_detour(now, fresh, year, rng)
    ended = pd.concat([_gone(before, source, year, rng), moved, arrived, passing])
    return now, ended, pd.concat([came, passing])


def _now(before: pd.DataFrame, stock: pd.DataFrame, source: Ints, came: pd.DataFrame) -> pd.DataFrame:
    """Give the stock its people: those of last year, a year older, and the newcomers."""
    old = before[["person", "born", "came", "began", "years"]].iloc[source].set_axis(stock.index)
    now = stock.join(old.assign(years=old["years"] + 1))
    fresh = source < 0
    for name in ("person", "born", "came", "years"):
        now.loc[fresh, name] = came[name].to_numpy()
    now.loc[fresh, "began"] = came["came"].to_numpy()
    return now


def _kept(before: pd.DataFrame, turnover: Turnover) -> Floats:
    """Give each LA's share of those who can stay that do; a fifth of leavers came in the same year."""
    las = len(turnover.ceased)
    children = np.bincount(before["la"], minlength=las)
    young = np.bincount(before["la"][before["years"] < ADULT_YEARS - 1], minlength=las)
    return np.clip((children - 0.8 * turnover.ceased) / np.maximum(1, young), 0.5, 0.97)


def _newcomers(stock: pd.DataFrame, year: int, rng: np.random.Generator) -> pd.DataFrame:
    years = years_in(stock["age"].to_numpy(), stock["uasc"].to_numpy() == 1, rng)
    born = born_for(years, year, rng)
    came = rng.integers(np.maximum(born + 1, day(year - 1) + 2), day(year) - 4)
    came = old_enough(stock["placement"].to_numpy(), born, came)
    return stock[["la", "uasc"]].assign(born=born, came=came, years=years)


def _days(n: int, year: int, rng: np.random.Generator) -> Ints:
    return rng.integers(day(year - 1) + 45, day(year) - 4, n)


def _gone(before: pd.DataFrame, source: Ints, year: int, rng: np.random.Generator) -> pd.DataFrame:
    gone = before[~np.isin(np.arange(len(before)), source)]
    grown = gone["years"] == ADULT_YEARS - 1
    return gone.assign(ended=np.where(grown, adult_on(gone["born"].to_numpy()), _days(len(gone), year, rng)))


def _moved(before: pd.DataFrame, now: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Close the stays that movers left, some of them with a short stay on the way."""
    began = now["began"].to_numpy()
    between = rng.random(len(now)) < _DETOUR
    ended = np.where(between, began - rng.integers(5, 31, len(now)), began)
    left = before.assign(ended=ended)
    way = left[between].assign(began=ended[between], ended=began[between])
    return pd.concat([left, _short(way, rng)])


def _by_detour(
    now: pd.DataFrame, fresh: Flags, year: int, rng: np.random.Generator
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Let some newcomers live elsewhere for their first weeks."""
    later = now["came"].to_numpy() + rng.integers(5, 40, len(now))
    between = fresh & (rng.random(len(now)) < _DETOUR) & (later < day(year) - 2)
    moved = now.assign(began=np.where(between, later, now["began"]))
    way = moved[between].assign(began=lambda rows: rows["came"], ended=moved["began"][between])
    return moved, _short(way, rng)


def _passing(known: int, wanted: Floats, year: int, rng: np.random.Generator) -> pd.DataFrame:
    """Give children who came and left within the year, as many as are wanted in each LA."""
    la = np.repeat(np.arange(len(wanted)), np.clip(wanted, 0, _MOST_PASSING).astype(np.int64))
    n = len(la)
    years = rng.integers(1, ADULT_YEARS - 1, n)
    came = rng.integers(day(year - 1) + 2, day(year) - 60, n)
    ended = np.minimum(came + rng.integers(7, 150, n), day(year) - 3)
    born = born_for(years, year, rng)
    people = pd.DataFrame({"person": known + np.arange(n), "la": la, "born": born, "uasc": 0, "came": came})
    return _short(people.assign(began=came, ended=ended), rng)


def _short(stays: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Make stays short foster placements near home."""
    own, near = rng.random(len(stays)), rng.random(len(stays))
    return stays.assign(
        placement=FOSTER,
        provider=np.where(own < _IN_HOUSE, OWN_LA, PRIVATE),
        locality=np.where(near < _NEXT_DOOR, OUT_NEAR, IN_NEAR),
    )
