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

Mask = NDArray[np.bool_]
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
    groups, (high, low) = grouped(children, by), _halves(children)
    tables = []
    for part, is_in in parts.items():
        rows = np.flatnonzero(is_in)
        number = groups.number[rows]
        sums = {"children_n": np.bincount(number, minlength=len(groups.rows)).astype(np.int64)}
        for name, keys in (("high", high), ("low", low)):
            sums[name] = np.zeros(len(groups.rows), dtype=np.int64)
            np.add.at(sums[name], number, keys[rows])
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
    """Which group each row is in, and a row of each group with what it is by, in order."""

    number: NDArray[np.int64]
    rows: pd.DataFrame

    def sums(self, amounts: pd.Series) -> NDArray[np.int64]:
        """Add whole numbers up by group: exactly, as they are too long for a float."""
        found = np.zeros(len(self.rows), dtype=np.int64)
        np.add.at(found, self.number, amounts.to_numpy(np.int64))
        return found

    def largest(self, amounts: pd.Series) -> NDArray[np.int64]:
        """Give the largest of each group; none is below nothing."""
        found = np.zeros(len(self.rows), dtype=np.int64)
        np.maximum.at(found, self.number, amounts.to_numpy(np.int64))
        return found


def grouped(rows: pd.DataFrame, by: Sequence[str]) -> Groups:
    """Group rows by some columns; a null is a value of its own. By none, all rows are one group."""
    if not by:
        return Groups(np.zeros(len(rows), dtype=np.int64), pd.DataFrame(index=range(1)))
    number = np.asarray(rows.groupby([*by], dropna=False).ngroup(), dtype=np.int64)
    first = np.unique(number, return_index=True)[1]
    return Groups(number, rows[[*by]].iloc[first].reset_index(drop=True))


def key_sum(children: pd.DataFrame) -> int:
    """Add up the record keys of children, in two halves as `tallied` does: their sum exceeds 64 bits."""
    high, low = _halves(children)
    whole: int = int(high.sum()) * 2**LOW_BITS + int(low.sum())
    return whole


def _halves(children: pd.DataFrame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    keys = children["record_key"].to_numpy(np.uint64)
    low = keys & np.uint64(2**LOW_BITS - 1)
    return (keys >> np.uint64(LOW_BITS)).astype(np.int64), low.astype(np.int64)
