"""Which children's homes are there, since when, with how many places, and how well judged?

Homes of the members match the published figures of each 31 March; homes elsewhere are as many as
their children need.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from rcc_dash.demo.gazetteer import Gazetteer
from rcc_dash.demo.growing import grow
from rcc_dash.demo.hosts import HOST_WEIGHTS
from rcc_dash.demo.judging import judge
from rcc_dash.demo.kinds import LA_HOME, NEVER, PRIVATE_HOME, VOLUNTARY_HOME, YEARS, Ints, day
from rcc_dash.demo.registered import registered
from rcc_dash.domain.places import la_name

_WEIGHT_PER_HOME: Final = 8.0
_EARLY: Final = 0.8
"""Share of homes elsewhere that were there before the first list."""
_SECURE_ONE: Final = 30
"""Of the hosts with more homes than this, one home is secure."""
_NATIONAL: Final = np.array([0.12, 0.66, 0.11, 0.01])
"""Share of homes by judgement; the rest have none yet."""
_NATIONS: Final = ("WAL", "SCO")


@dataclass(frozen=True, slots=True)
class Homes:
    """Every home of the demonstration, by number.

    `facts`: urn, area, kind, sector, at (postcode number), registered_on, closed_on (days; NEVER),
    short_break, owner. The rest have a column for each of `YEARS`: `places` (0 when not on the list),
    `grade` (position in JUDGEMENTS, -1 for none) and `inspected_on` (day; NEVER for none).
    """

    facts: pd.DataFrame
    places: Ints
    grade: Ints
    inspected_on: Ints


def homes(members: tuple[str, ...], where: Gazetteer, seed: int) -> Homes:
    """Make the register of homes of the members and of the areas around them."""
    rng = np.random.default_rng([seed, 2])
    every = [_of_member(area, where, rng) for area in members]
    every += [_of_host(area, where, rng) for area in HOST_WEIGHTS if area not in _NATIONS]
    facts = pd.concat([one.facts for one in every], ignore_index=True)
    facts.insert(0, "urn", [f"9{90000 + 7 * number:06d}" for number in range(len(facts))])
    facts["owner"] = _owners(facts, rng)
    return Homes(
        facts,
        np.concatenate([one.places for one in every]),
        np.concatenate([one.grade for one in every]),
        np.concatenate([one.inspected_on for one in every]),
    )


def _of_member(area: str, where: Gazetteer, rng: np.random.Generator) -> Homes:
    figures = {year: registered(area, year, rng) for year in YEARS}
    cells = [tuple(cell) for cell in np.argwhere(sum(f.homes for f in figures.values()))]
    parts = [
        _cell(area, cell, {y: (int(f.homes[cell]), int(f.places[cell])) for y, f in figures.items()}, rng)
        for cell in cells
    ]
    facts = pd.concat([facts for facts, _ in parts], ignore_index=True)
    places = np.concatenate([places for _, places in parts])
    facts["at"] = rng.choice(where.within(area), len(facts))
    facts["short_break"] = _short_break(places, figures[YEARS[-1]].short_break, rng)
    grade, inspected_on = judge(facts, places, [figures[year].judged for year in YEARS], rng)
    return Homes(facts, places, grade, inspected_on)


def _cell(
    area: str, cell: tuple[int, int], wanted: dict[int, tuple[int, int]], rng: np.random.Generator
) -> tuple[pd.DataFrame, Ints]:
    grown = grow(area, wanted, rng)
    facts = {"area": area, "kind": cell[0], "sector": cell[1]}
    dates = {"registered_on": grown.opened, "closed_on": grown.closed}
    return pd.DataFrame({**facts, **dates}), grown.places


def _short_break(places: Ints, wanted: int, rng: np.random.Generator) -> npt.NDArray[np.bool_]:
    flags = np.zeros(len(places), dtype=np.bool_)
    always = np.flatnonzero(places[:, -1] > 0)
    flags[rng.choice(always, min(wanted, len(always)), replace=False)] = True
    return flags


def _of_host(area: str, where: Gazetteer, rng: np.random.Generator) -> Homes:
    n = int(np.ceil(HOST_WEIGHTS[area] / _WEIGHT_PER_HOME))
    early = rng.random(n) < _EARLY
    registered_on = np.where(
        early, rng.integers(day(2006), day(2020), n), rng.integers(day(2020), day(2024), n)
    )
    facts = pd.DataFrame({
        "area": area,
        "kind": (np.arange(n) == _SECURE_ONE).astype(np.int64),
        "sector": rng.choice([PRIVATE_HOME, LA_HOME, VOLUNTARY_HOME], n, p=[0.76, 0.14, 0.1]),
        "registered_on": registered_on,
        "closed_on": NEVER,
        "at": rng.choice(where.within(area), n),
        "short_break": False,
    })  # fmt: skip
    size = rng.integers(2, 7, n)
    listed = registered_on[:, None] <= np.array([day(year) for year in YEARS])[None, :]
    places = np.where(listed, size[:, None], 0)
    shares = [_national(int(here.sum())) for here in listed.T]
    grade, inspected_on = judge(facts, places, shares, rng)
    return Homes(facts, places, grade, inspected_on)


def _national(n: int) -> Ints:
    judged: Ints = np.floor(_NATIONAL * n).astype(np.int64)
    return judged


def _owners(facts: pd.DataFrame, rng: np.random.Generator) -> npt.NDArray[np.str_]:
    """Name owners that nobody could take for real ones; a few own many homes, most own one to three."""
    number = np.floor(60 * rng.random(len(facts)) ** 2.2).astype(int) + 1
    word = np.array(["Synthetic Council", "Synthetic Care", "Synthetic Trust", "Synthetic Health"])
    name = np.char.add(word[facts["sector"]].astype(str), np.char.add(" ", number.astype(str)))
    own = np.char.add("Synthetic Council of ", facts["area"].map(la_name).to_numpy().astype(str))
    return np.where(facts["sector"] == LA_HOME, own, np.char.add(name, " Limited"))
