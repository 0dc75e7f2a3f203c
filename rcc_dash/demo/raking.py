"""How is a table made to fit its margins, first in fractions and then in whole numbers?"""

from typing import Final

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import maximum_flow

from rcc_dash.demo.kinds import Floats, Ints

_ROUNDS: Final = 100
_CLOSE: Final = 1e-4
_RARE: Final = 1e-4
"""A cell with a smaller fraction than this is rounded up only when nothing else fits."""
_TINY: Final = 1e-6
"""Given to every cell, so that margins that contradict the seed's zeros can still be met."""


def raked(seed: Floats, rows: Ints, columns: Ints) -> Floats:
    """Scale `seed` until its rows and columns add up to the margins (iterative proportional fitting)."""
    table = seed + _TINY
    for _ in range(_ROUNDS):
        table *= _ratio(columns, table.sum(axis=0))[None, :]
        sums = table.sum(axis=1)
        table *= _ratio(rows, sums)[:, None]
        if np.abs(sums - rows).max(initial=0.0) < _CLOSE:
            break
    return table


def whole_table(seed: Floats, rows: Ints, columns: Ints, rng: np.random.Generator) -> Ints:
    """Give whole numbers near `raked`, with both margins exact; raises if the margins' totals differ."""
    if rows.sum() != columns.sum():
        message = f"margins differ: {rows.sum()} in rows, {columns.sum()} in columns"
        raise ValueError(message)
    table = raked(seed, rows, columns)
    base = np.minimum(np.floor(table + 1e-9).astype(np.int64), np.minimum(rows[:, None], columns[None, :]))
    part = table - base
    likely = _rounded_up(base, (rng.random(part.shape) < part) * 1, rows, columns, rng)
    likely = _rounded_up(likely, ((part > _RARE) & (likely == base)) * 1, rows, columns, rng)
    if likely.sum() == rows.sum():
        return likely
    possible = _rounded_up(base, (part > _RARE) * 1, rows, columns, rng)
    return _rounded_up(possible, np.full(table.shape, int(rows.sum())), rows, columns, rng)


def _ratio(wanted: Ints, found: Floats) -> Floats:
    return np.divide(wanted, found, out=np.zeros_like(found), where=found > 0)


def _rounded_up(base: Ints, room: Ints, rows: Ints, columns: Ints, rng: np.random.Generator) -> Ints:
    """Add what rows and columns still lack, at most `room` in a cell, as a maximum flow."""
    lack_r, lack_c = rows - base.sum(axis=1), columns - base.sum(axis=0)
    if not (lack_r > 0).any():
        return base
    order_r, order_c = rng.permutation(len(rows)), rng.permutation(len(columns))
    graph = _network(
        np.maximum(lack_r, 0)[order_r], np.maximum(lack_c, 0)[order_c], room[np.ix_(order_r, order_c)]
    )
    flow = maximum_flow(graph, 0, graph.shape[0] - 1).flow.toarray()
    added = np.zeros_like(base)
    added[np.ix_(order_r, order_c)] = flow[1 : 1 + len(rows), 1 + len(rows) : -1]
    return base + added


def _network(lack_r: Ints, lack_c: Ints, room: Ints) -> "csr_array[np.int32]":
    n, m = room.shape
    r, c = np.nonzero(room)
    start = np.concatenate([np.zeros(n, int), r + 1, np.arange(m) + 1 + n])
    end = np.concatenate([np.arange(n) + 1, c + 1 + n, np.full(m, n + m + 1)])
    size = np.concatenate([lack_r, room[r, c], lack_c]).astype(np.int32)
    return csr_array(coo_array((size, (start, end)), shape=(n + m + 2, n + m + 2)))
