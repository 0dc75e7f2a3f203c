"""How do the homes of one type and sector in an LA open, close and change size from year to year?"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rcc_dash.demo.kinds import NEVER, YEARS, Ints, day
from rcc_dash.demo.targets import count

_CHURN: Final = 0.03
_MOST_CHURN: Final = 0.2
"""Share of homes that close in a year beside those that the figures demand: usual, and at most."""


@dataclass(frozen=True, slots=True)
class Grown:
    """Homes by number: days of registration and closing (NEVER), places on each of YEARS (0: not listed)."""

    opened: Ints
    closed: Ints
    places: Ints


def grow(area: str, wanted: dict[int, tuple[int, int]], rng: np.random.Generator) -> Grown:
    """Give homes that number and hold as much on each 31 March as `wanted` (homes, places) says."""
    nothing = np.zeros(0, dtype=np.int64)
    grown = Grown(nothing, nothing, np.zeros((0, len(YEARS)), dtype=np.int64))
    for column, year in enumerate(YEARS):
        grown = _after_a_year(grown, column, wanted[year], _churn(area, year), rng)
    return grown


def _after_a_year(
    grown: Grown, column: int, wanted: tuple[int, int], churn: float, rng: np.random.Generator
) -> Grown:
    year = YEARS[column]
    before = grown.places[:, column - 1] if column else np.zeros(0, dtype=np.int64)
    now = np.flatnonzero(before)
    staying = _staying(now, wanted[0], churn, rng)
    closed = grown.closed.copy()
    leaving = np.setdiff1d(now, staying)
    closed[leaving] = day(year, 2, 10) + 2 * (leaving % 20)
    fresh = wanted[0] - len(staying)
    places = np.concatenate([grown.places, np.zeros((fresh, len(YEARS)), dtype=np.int64)])
    listed = np.concatenate([staying, np.arange(len(closed), len(places))])
    places[listed, column] = _resized(np.append(before[staying], np.zeros(fresh, np.int64)), wanted[1], rng)
    return Grown(
        np.append(grown.opened, _openings(fresh, year, rng)), np.append(closed, np.full(fresh, NEVER)), places
    )


def _churn(area: str, year: int) -> float:
    """In the last year, more homes close where more were published to have left."""
    if year < YEARS[-1]:
        return _CHURN
    left, joined = (
        float(np.nan_to_num(count(area, f"childrens_homes_{name}_number", "All types", year)))
        for name in ("leavers", "joiners")
    )
    return min(_MOST_CHURN, left / max(1.0, left + joined) / 2)


def _staying(now: Ints, wanted: int, churn: float, rng: np.random.Generator) -> Ints:
    closing = int(rng.binomial(len(now), churn))
    return np.sort(rng.permutation(now)[: min(wanted, len(now) - closing)])


def _openings(n: int, year: int, rng: np.random.Generator) -> Ints:
    if year == YEARS[0]:
        return rng.integers(day(2006), day(2020), n)
    return rng.integers(day(year - 1) + 10, day(year - 1) + 260, n)


def _resized(sizes: Ints, total: int, rng: np.random.Generator) -> Ints:
    """Change as few homes as it takes to hold `total` places, one at least in each; 0 is a new home."""
    if not len(sizes):
        return sizes
    usual = np.maximum(1, total // len(sizes) + rng.integers(-1, 2, len(sizes)))
    size = np.where(sizes == 0, usual, sizes)
    order = np.concatenate(
        [rng.permutation(np.flatnonzero(sizes == 0)), rng.permutation(np.flatnonzero(sizes))]
    )
    turn = 0
    while (off := total - int(size.sum())) != 0:
        home = order[turn % len(order)]
        size[home] = max(1, size[home] + np.sign(off))
        turn += 1
    return size
