"""Is nearly all of a group told as that, and never as a number? Class disclosure, design/disclosure.md."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bench.oracle_slices import PARTS, Slices

_SENSITIVE: Final = ("placement", "legal", "dols", "solo")
_MOST_PCT: Final = 90


def nearly_all(slices: Slices, shown: pd.DataFrame) -> tuple[int, int]:
    """Say how many cells of sensitive attributes a release has, and how many are not told as they may be."""
    cells = wrong = 0
    for parted_by, some in shown.groupby("parted_by"):
        attributes = [one for one in str(parted_by).split("+") if one]
        should = _is_nearly_all(slices, attributes, some)
        has_number = some[[*PARTS]].notna().any(axis=1).to_numpy()
        cells += len(some) if set(attributes) & set(_SENSITIVE) else 0
        wrong += int((some["nearly_all"].to_numpy(bool) != should).sum() + (should & has_number).sum())
    return cells, wrong


def _is_nearly_all(slices: Slices, attributes: list[str], cells: pd.DataFrame) -> NDArray[np.bool_]:
    """Say of each cell whether one of its sensitive values is nine tenths of all who are otherwise alike."""
    by = ["area_code", "as_of"]
    found = np.zeros(len(cells), dtype=np.bool_)
    for one in (code for code in attributes if code in _SENSITIVE):
        others = [code for code in attributes if code != one]
        part, whole = (
            cells[[*by, *some]].merge(slices.of_children("+".join(some)), on=[*by, *some], how="left")
            for some in (attributes, others)
        )
        n, of = (told["expected"].astype(float).to_numpy() for told in (part, whole))
        found |= ~np.isnan(n) & (np.isnan(of) | (100 * n >= _MOST_PCT * np.nan_to_num(of)))
    return found
