"""What do the questions in pandas share? Rows of a date, and sums of children and their keys.

Sums of keys go over 64 bits, so the two halves of each key are summed apart.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

Frames = Mapping[str, pd.DataFrame]
Values = Mapping[str, Any]
Parts = Mapping[str, "pd.Series[bool]"]
_LOW = 0xFFFFFFFF


def on_day(frames: Frames, table: str, asked: Values) -> pd.DataFrame:
    """Give the rows of a table on the date that is asked of."""
    rows = frames[table]
    return rows[rows["as_of"] == pd.Timestamp(asked["date"])]


def halves(rows: pd.DataFrame, by: Sequence[str], parts: Parts) -> pd.DataFrame:
    """Count the children of each part in each group, and sum both halves of their keys."""
    high, low = rows["record_key"] // (_LOW + 1), rows["record_key"] % (_LOW + 1)
    columns: dict[str, pd.Series] = {}
    for part, mask in parts.items():
        columns |= {f"{part}_n": mask.astype("int64"), f"{part}_h": high * mask, f"{part}_l": low * mask}
    return pd.DataFrame(columns).groupby([rows[name] for name in by], dropna=False).sum()


def joined(sums: pd.DataFrame, parts: Sequence[str]) -> pd.DataFrame:
    """Put the halves of the keys of each part together, as text."""
    whole = {
        f"{part}_keys": [
            str((int(high) << 32) + int(low))
            for high, low in zip(sums[f"{part}_h"], sums[f"{part}_l"], strict=True)
        ]
        for part in parts
    }
    return sums.drop(columns=[f"{part}_{half}" for part in parts for half in "hl"]).assign(**whole)


def tally(rows: pd.DataFrame, by: Sequence[str], parts: Parts) -> pd.DataFrame:
    """Count the children of each part in each group, and sum their keys."""
    return joined(halves(rows, by, parts), list(parts)).reset_index()


def every(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Take all rows."""
    return pd.Series(data=True, index=rows.index)


def true(cells: pd.Series) -> "pd.Series[bool]":
    """Say where a cell is true; a null is not."""
    return cells.fillna(value=False).astype(bool)
