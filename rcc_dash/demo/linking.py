"""Which child of last year is which child of this year? Ages go up by one; most stay where they were."""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import ADOPTION, PARENTS, Flags, Floats, Ints
from rcc_dash.demo.stock import age_band

_LEAVES_SOON: Final = {ADOPTION: 0.6, PARENTS: 0.25}
"""Share of children in these placements who leave care within the year, beside all others who do."""
_SETTLED: Final = 0.9
"""Share of those who could stay in the very same placement who do; the rest move to a like one."""
_TOO_OLD: Final = 5
_GROUPS: Final = 2 * (_TOO_OLD + 1)
_CELLS: Final = 8 * 7 * 6
_MANY: Final = 100_000


def link(
    before: pd.DataFrame, now: pd.DataFrame, kept: Floats, rng: np.random.Generator
) -> tuple[Ints, Flags]:
    """Give for each row of `now` the row of `before` that is the same child (-1 for a newcomer).

    Both have `la` (a number); `before` also has `years`, the child's age then. The second answer
    says whether the child is still in the same placement. `kept` is each LA's share of children
    under 17 who remain in care.
    """
    source = np.full(len(now), -1, dtype=np.int64)
    same = np.zeros(len(now), dtype=np.bool_)
    band = age_band(before["years"].to_numpy() + 1)
    usual = before["placement"].map(_LEAVES_SOON).fillna(0.0).to_numpy()
    remains = (band < _TOO_OLD) & (rng.random(len(before)) >= usual)
    group = before["la"].to_numpy() * _GROUPS + band * 2 + before["uasc"].to_numpy()
    slots = (now["la"] * _GROUPS + now["age"] * 2 + now["uasc"]).to_numpy()
    could_stay = np.bincount(group, minlength=len(kept) * _GROUPS)
    wanted = np.rint(np.repeat(kept, _GROUPS) * could_stay).astype(np.int64)

    rows, columns = _matched(group * _CELLS + _cell(before), slots * _CELLS + _cell(now), remains, rng)
    allowed = _rank(slots[columns], rng) < wanted[slots[columns]]
    rows, columns = rows[allowed], columns[allowed]
    source[columns], same[columns] = rows, rng.random(len(rows)) < _SETTLED

    free = remains & ~np.isin(np.arange(len(before)), rows)
    wanted -= np.bincount(slots[columns], minlength=len(wanted))
    open_slots = np.where(source < 0, slots, -1)
    rows, columns = _matched(group, open_slots, free, rng)
    allowed = _rank(slots[columns], rng) < wanted[slots[columns]]
    source[columns[allowed]] = rows[allowed]
    return source, same


def _cell(frame: pd.DataFrame) -> Ints:
    cell: Ints = ((frame["placement"] * 7 + frame["provider"]) * 6 + frame["locality"]).to_numpy()
    return cell


def _matched(left: Ints, right: Ints, usable: Flags, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Pair rows at random that have the same key, each row once."""
    rows = np.flatnonzero(usable)
    first = left[rows] * _MANY + _rank(left[rows], rng)
    second = right * _MANY + _rank(right, rng)
    _, one, other = np.intersect1d(first, second, assume_unique=True, return_indices=True)
    return rows[one], other


def _rank(key: Ints, rng: np.random.Generator) -> Ints:
    """Number the rows of each key from 0 in random order."""
    order = np.lexsort((rng.random(len(key)), key))
    ordered = key[order]
    starts = np.searchsorted(ordered, ordered, side="left")
    rank = np.empty(len(key), dtype=np.int64)
    rank[order] = np.arange(len(key)) - starts
    return rank
