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
from rcc_dash.demo.placing import place
from rcc_dash.demo.registered import registered
from rcc_dash.demo.stock import stock
from rcc_dash.demo.targets import count, target
from rcc_dash.domain.places import cooperatives, local_authorities
from rcc_dash.domain.progress import Progress


@dataclass(frozen=True, slots=True)
class Region:
    """The synthetic region.

    `stays`: as `beds.settle` gives them, `person` counting over all LAs; `episodes`: as
    `episodes.episodes` gives them; `agencies`: as `agencies.agencies`.
    """

    members: tuple[str, ...]
    where: Gazetteer
    homes: Homes
    agencies: pd.DataFrame
    stays: pd.DataFrame
    episodes: pd.DataFrame


def region(progress: Progress) -> Region:
    """Make the region, the same every time; progress runs from 0 to 1."""
    members = tuple(la for rcc in cooperatives().values() for la in rcc.la_codes)
    where = gazetteer(members, lambda done: progress(0.4 * done, "Reading the national list of postcodes"))
    progress(0.4, "Registering synthetic homes")
    register = homes(members, where)
    rng = np.random.default_rng([SEED, 3])
    known = agencies(members, rng)
    placed, people = [], []
    for number, area in enumerate(members):
        progress(0.45 + 0.45 * number / len(members), "Making synthetic children of each local authority")
        stays, someone = _children(area, number, where, sum(map(len, people)))
        placed.append(stays)
        people.append(someone)
    progress(0.9, "Finding synthetic children a home")
    settled = settle(pd.concat(placed, ignore_index=True), register, where, rng)
    everyone = pd.concat(people, ignore_index=True)
    return Region(members, where, register, known, settled, episodes(settled, everyone, register, known, rng))


def _children(area: str, number: int, where: Gazetteer, known: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give one LA's stays and people; people are numbered from `known`."""
    rng = np.random.default_rng([SEED, 4, number])
    found = _lives(area, rng)
    stays = place(found.stays, area, len(found.people), where, rng)
    people = detailed(found.people, local_authorities()[area].dfe_code, rng)
    return stays.assign(area=area, person=stays["person"] + known), people


def _lives(area: str, rng: np.random.Generator) -> Lives:
    stocks = {
        year: stock(target(area, year), registered(area, year, rng).places.sum(axis=0), rng) for year in YEARS
    }
    turnover = {
        year: Turnover(
            count(area, "cla_starting_number", "Total", year), count(area, "cla_ceasing_number", "Total", year)
        )
        for year in YEARS
    }
    return lives(stocks, turnover, rng)
