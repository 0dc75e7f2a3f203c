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
from rcc_dash.demo.hosts import HOST_WEIGHTS
from rcc_dash.demo.judging import judge
from rcc_dash.demo.kinds import LA_HOME, NEVER, PRIVATE_HOME, SEED, VOLUNTARY_HOME, YEARS, Ints, day
from rcc_dash.demo.registered import registered
from rcc_dash.demo.targets import count
from rcc_dash.domain.places import la_name

_WEIGHT_PER_HOME: Final = 8.0
_CHURN: Final = 0.03
"""Share of homes that close in a year beside those that the figures demand."""
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


def homes(members: tuple[str, ...], where: Gazetteer) -> Homes:
    """Make the register of homes of the members and of the areas around them."""
    rng = np.random.default_rng([SEED, 2])
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
    """Let the homes of one type and sector of an LA open, close and change size year by year."""
    opened: list[int] = []
    closed: list[int] = []
    sizes: list[Ints] = []
    now = np.zeros(0, dtype=np.int64)
    for year in YEARS:
        n, total = wanted[year]
        staying = _staying(now, n, area, year, rng)
        closed = [
            day(year, 2, 10) + 2 * (i % 20) if i in set(now) - set(staying) else c
            for i, c in enumerate(closed)
        ]
        fresh = np.arange(len(opened), len(opened) + n - len(staying))
        opened += _opening(len(fresh), year, rng)
        closed += [NEVER] * len(fresh)
        before = sizes[-1] if sizes else np.zeros(0, dtype=np.int64)
        padded = np.concatenate([before, np.zeros(len(fresh), dtype=np.int64)])
        now = np.concatenate([staying, fresh])
        sizes.append(_resized(padded, now, total, rng))
    table = np.zeros((len(opened), len(YEARS)), dtype=np.int64)
    for column, size in enumerate(sizes):
        table[: len(size), column] = size
    facts = {"area": area, "kind": cell[0], "sector": cell[1], "registered_on": opened, "closed_on": closed}
    return pd.DataFrame(facts).astype({"registered_on": np.int64, "closed_on": np.int64}), table


def _staying(now: Ints, n: int, area: str, year: int, rng: np.random.Generator) -> Ints:
    """Choose which homes stay on the register; as many as published close in the last year."""
    churn = _CHURN
    if year == YEARS[-1]:
        left, joined = (
            np.nan_to_num(count(area, f"childrens_homes_{name}_number", "All types", year))
            for name in ("leavers", "joiners")
        )
        churn = left / max(1.0, left + joined) * 0.5
    closing = int(rng.binomial(len(now), min(churn, 0.2))) if len(now) else 0
    return np.sort(rng.choice(now, min(n, len(now) - closing), replace=False)) if len(now) else now


def _opening(n: int, year: int, rng: np.random.Generator) -> list[int]:
    if year == YEARS[0]:
        return list(rng.integers(day(2006), day(2020), n))
    return list(rng.integers(day(year - 1) + 10, day(year - 1) + 260, n))


def _resized(sizes: Ints, now: Ints, total: int, rng: np.random.Generator) -> Ints:
    """Change as few homes as it takes for `now` to hold `total` places, one at least in each."""
    size = np.zeros(len(sizes), dtype=np.int64)
    if not len(now):
        return size
    usual = max(1, total // len(now))
    fresh = sizes[now] == 0
    size[now] = np.where(fresh, np.maximum(1, usual + rng.integers(-1, 2, len(now))), sizes[now])
    order = np.concatenate([rng.permutation(now[fresh]), rng.permutation(now[~fresh])])
    turn = 0
    while (off := total - int(size[now].sum())) != 0:
        home = order[turn % len(order)]
        size[home] = max(1, size[home] + np.sign(off))
        turn += 1
    return size


def _short_break(places: Ints, wanted: int, rng: np.random.Generator) -> npt.NDArray[np.bool_]:
    flags = np.zeros(len(places), dtype=np.bool_)
    always = np.flatnonzero(places[:, -1] > 0)
    flags[rng.choice(always, min(wanted, len(always)), replace=False)] = True
    return flags


def _of_host(area: str, where: Gazetteer, rng: np.random.Generator) -> Homes:
    n = int(np.ceil(HOST_WEIGHTS[area] / _WEIGHT_PER_HOME))
    early = rng.random(n) < 0.8
    registered_on = np.where(
        early, rng.integers(day(2006), day(2020), n), rng.integers(day(2020), day(2024), n)
    )
    facts = pd.DataFrame({
        "area": area,
        "kind": (np.arange(n) == 30).astype(np.int64),
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
    return np.floor(np.array([0.12, 0.66, 0.11, 0.01]) * n).astype(np.int64)


def _owners(facts: pd.DataFrame, rng: np.random.Generator) -> npt.NDArray[np.str_]:
    """Name owners that nobody could take for real ones; a few own many homes, most own one to three."""
    number = np.floor(60 * rng.random(len(facts)) ** 2.2).astype(int) + 1
    word = np.array(["Synthetic Council", "Synthetic Care", "Synthetic Trust", "Synthetic Health"])
    name = np.char.add(word[facts["sector"]].astype(str), np.char.add(" ", number.astype(str)))
    own = np.char.add("Synthetic Council of ", facts["area"].map(la_name).to_numpy().astype(str))
    return np.where(facts["sector"] == LA_HOME, own, np.char.add(name, " Limited"))
