"""How many children are in each cell, and whose keys are theirs, before anything is protected?

Tallies have what they are by, `children_n`, and the sum of record keys in two halves (`high`, `low`): keys
are of 64 bits and their sums longer; halves add up exactly. They never leave this room.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

LOW_BITS: Final = 32
SUMS: Final = ["children_n", "high", "low"]

_SHORT: Final = 2**15
"""Fewer groups than this are put in order by counting, which is much quicker than by comparing."""

Mask = NDArray[np.bool_]
Whole = NDArray[np.int64]
Part: TypeAlias = "pd.Series[bool] | Mask"
Parts = Mapping[str, Part]
"""Who of some children is in each part; a child may be in several."""


def tallied(children: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Count children by these columns: children_n, and the sum of record keys in two halves (high, low).

    Keys are of 64 bits and their sums longer; halves add up exactly. Nulls are a value of their own.
    """
    high, low = _halves(children)
    return added(children[[*by]].assign(children_n=1, high=high, low=low), by)


def counted_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """Give cells that a question counted (children_n, and children_keys as text) as tallies."""
    keys = [int(key) for key in cells["children_keys"]]
    halves = {"high": [key >> LOW_BITS for key in keys], "low": [key % 2**LOW_BITS for key in keys]}
    return cells.drop(columns="children_keys").assign(**halves)


def tallied_parts(children: pd.DataFrame, by: Sequence[str], parts: Parts) -> pd.DataFrame:
    """Count children by these columns in each of some parts, as `part`; a child may be in several.

    As `tallied` would of each part's children by these columns, but in one pass over all of them.
    """
    groups = grouped(children, by)
    high, low = (keys[groups.order] for keys in _halves(children))
    tables = []
    for part, is_in in parts.items():
        own = np.asarray(is_in, dtype=np.int64)[groups.order]
        amounts = zip(SUMS, (own, own * high, own * low), strict=True)
        sums = {name: groups.added(amount) for name, amount in amounts}
        is_any = np.flatnonzero(sums["children_n"])
        tables.append((part, is_any, {name: found[is_any] for name, found in sums.items()}))
    at = np.concatenate([is_any for _, is_any, _ in tables])
    names = np.repeat([part for part, _, _ in tables], [len(is_any) for _, is_any, _ in tables])
    columns = {name: np.concatenate([found[name] for _, _, found in tables]) for name in SUMS}
    return groups.rows.iloc[at].reset_index(drop=True).assign(part=names, **columns)


def added(tallies: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Add tallies up by fewer columns; by none, into one row."""
    if not by:
        return tallies[SUMS].sum().to_frame().T
    groups = grouped(tallies, by)
    return groups.rows.assign(**{name: groups.sums(tallies[name]) for name in SUMS})


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Which group each row is in, and a row of each group with what it is by, in order.

    `order` has the rows group by group, and `starts` where in it each group begins: sums of whole numbers
    along it are exact, as sums by floats would not be, and need no look-up for each row.
    """

    number: Whole
    rows: pd.DataFrame
    order: Whole
    starts: Whole

    def sums(self, amounts: pd.Series) -> Whole:
        """Add whole numbers up by group: exactly, as they are too long for a float."""
        return self.added(amounts.to_numpy(np.int64)[self.order])

    def added(self, ordered: Whole) -> Whole:
        """Add up by group what is in `order` already."""
        return self._each(np.add, ordered)

    def largest(self, amounts: pd.Series) -> Whole:
        """Give the largest of each group; none is below nothing."""
        return np.maximum(self._each(np.maximum, amounts.to_numpy(np.int64)[self.order]), 0)

    def _each(self, way: np.ufunc, ordered: Whole) -> Whole:
        if not len(ordered):  # all rows are one group, by nothing, even where there are none
            return np.zeros(len(self.rows), dtype=np.int64)
        found: Whole = way.reduceat(ordered, self.starts)
        return found


def grouped(rows: pd.DataFrame, by: Sequence[str]) -> Groups:
    """Group rows by some columns; a null is a value of its own. By none, all rows are one group."""
    if not by:
        one, first = np.zeros(len(rows), dtype=np.int64), np.zeros(1, dtype=np.int64)
        return Groups(one, pd.DataFrame(index=range(1)), np.arange(len(rows)), first)
    number = np.asarray(rows.groupby([*by], dropna=False).ngroup(), dtype=np.int64)
    is_short = number.max(initial=0) < _SHORT
    order = np.argsort(number.astype(np.int16) if is_short else number, kind="stable")
    starts = np.flatnonzero(np.diff(number[order], prepend=-1))
    return Groups(number, rows[[*by]].iloc[order[starts]].reset_index(drop=True), order, starts)


def key_sum(children: pd.DataFrame) -> int:
    """Add up the record keys of children, in two halves as `tallied` does: their sum exceeds 64 bits."""
    high, low = _halves(children)
    whole: int = int(high.sum()) * 2**LOW_BITS + int(low.sum())
    return whole


def _halves(children: pd.DataFrame) -> tuple[Whole, Whole]:
    keys = children["record_key"].to_numpy(np.uint64)
    low = keys & np.uint64(2**LOW_BITS - 1)
    return (keys >> np.uint64(LOW_BITS)).astype(np.int64), low.astype(np.int64)
