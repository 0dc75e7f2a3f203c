"""Who and what is in the synthetic region? Children, homes and agencies, all from published figures."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from rcc_dash.demo.agencies import agencies
from rcc_dash.demo.beds import settle
from rcc_dash.demo.details import detailed
from rcc_dash.demo.episodes import episodes
from rcc_dash.demo.gazetteer import Gazetteer, gazetteer
from rcc_dash.demo.homes import Homes, homes
from rcc_dash.demo.kinds import SEED, YEARS
from rcc_dash.demo.lives import Lives, Turnover, lives
from rcc_dash.demo.needs import needs
from rcc_dash.demo.placed_why import placed_why
from rcc_dash.demo.placing import place
from rcc_dash.demo.registered import registered
from rcc_dash.demo.stock import stock
from rcc_dash.demo.targets import count, target
from rcc_dash.domain.places import cooperatives, local_authorities
from rcc_dash.domain.progress import Progress


@dataclass(frozen=True, slots=True)
class Region:
    """The synthetic region.

    `stays`: as `beds.settle` and `placed_why` give them, `person` counting over all LAs; `episodes`: as
    `episodes.episodes` gives them, with what `needs` and `placed_why` add; `agencies`: as `agencies` gives;
    `seed`: what all chance comes from.
    """

    members: tuple[str, ...]
    where: Gazetteer
    homes: Homes
    agencies: pd.DataFrame
    stays: pd.DataFrame
    episodes: pd.DataFrame
    seed: int


def region(progress: Progress, seed: int = SEED) -> Region:
    """Make the region, the same every time for a seed; progress runs from 0 to 1."""
    members = tuple(la for rcc in cooperatives().values() for la in rcc.la_codes)
    where = gazetteer(
        members, seed, lambda done: progress(0.4 * done, "Reading the national list of postcodes")
    )
    progress(0.4, "Registering synthetic homes")
    register = homes(members, where, seed)
    rng = np.random.default_rng([seed, 3])
    known = agencies(members, rng)
    found = _lives(members, seed, progress)
    progress(0.75, "Placing synthetic children")
    placed = _placed(found, where, members, seed)
    people = _detailed(found.people, members, seed)
    progress(0.85, "Finding synthetic children a home")
    settled = settle(placed, register, where, rng)
    people = needs(settled, people, np.random.default_rng([seed, 12]))
    settled = placed_why(settled, people, np.random.default_rng([seed, 13]))
    told = episodes(settled, people, register, known, rng)
    return Region(members, where, register, known, settled, told, seed)


def _lives(members: tuple[str, ...], seed: int, progress: Progress) -> Lives:
    stocks: dict[int, list[pd.DataFrame]] = {year: [] for year in YEARS}
    for number, area in enumerate(members):
        progress(0.45 + 0.25 * number / len(members), "Making synthetic children of each local authority")
        rng = np.random.default_rng([seed, 4, number])
        for year in YEARS:
            places = registered(area, year, rng).places.sum(axis=0)
            stocks[year].append(stock(target(area, year), places, rng).assign(la=number))
    turnover = {year: _turnover(members, year) for year in YEARS}
    all_stocks = {year: pd.concat(each, ignore_index=True) for year, each in stocks.items()}
    return lives(all_stocks, turnover, np.random.default_rng([seed, 9]))


def _turnover(members: tuple[str, ...], year: int) -> Turnover:
    started, ceased = (
        np.array([count(area, f"cla_{what}_number", "Total", year) for area in members])
        for what in ("starting", "ceasing")
    )
    return Turnover(started, ceased)


def _placed(found: Lives, where: Gazetteer, members: tuple[str, ...], seed: int) -> pd.DataFrame:
    """Give every stay its origin, its postcode and the code of the responsible LA (`area`)."""
    placed = []
    for number, own in found.stays.groupby("la"):
        area = members[int(str(number))]
        rng = np.random.default_rng([seed, 10, int(str(number))])
        placed.append(place(own, area, where, rng).assign(area=area))
    return pd.concat(placed, ignore_index=True).drop(columns="la")


def _detailed(people: pd.DataFrame, members: tuple[str, ...], seed: int) -> pd.DataFrame:
    codes = np.array([local_authorities()[area].dfe_code for area in members])
    return detailed(people, codes, np.random.default_rng([seed, 11]))
