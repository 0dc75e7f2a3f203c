"""What mean, middle or cost should be shown of some children? As design/disclosure.md 1.2 and 1.3 word it."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

import numpy as np
import pandas as pd

_MEAN_LEAST, _COST_LEAST, _EACH_SIDE, _AREAS, _FEW, _PROVIDERS = 10, 20, 12, 3, 7, 3
_TOP_SHARE, _RANK = 0.95, 0.9
_STEP_GBP: Final = 50


def may_be_together(rows: pd.DataFrame) -> bool:
    """Say whether no LA could take its own children away and be left with fewer than ten."""
    sizes = rows.groupby("la_code").size()
    if len(sizes) == 1 or (sizes >= _MEAN_LEAST).sum() >= _AREAS:
        return True
    return len(sizes) >= _FEW and bool(sizes.sum() - sizes.max() >= _MEAN_LEAST)


def mean_of(rows: pd.DataFrame, column: str) -> float | None:
    """Give the mean of ten or more known amounts, the highest twentieth drawn in, to a whole unit."""
    known = rows[rows[column].notna()]
    if len(known) < _MEAN_LEAST or not may_be_together(known):
        return None
    return float(round(_drawn_in(known[column])))


def middle_of(rows: pd.DataFrame, column: str, share: float, pepper: str) -> float | None:
    """Give the child at this share of the known ones, two aside at most, with twelve on either side."""
    known = rows[rows[column].notna()]
    n = len(known)
    if n * min(share, 1 - share) < _EACH_SIDE or not may_be_together(known):
        return None
    keys = int(known["high"].sum()) * 2**32 + int(known["low"].sum())
    u = int.from_bytes(sha256(f"{pepper}:q:{share}:{keys}:{n}".encode()).digest()[:4], "big") / 2**32
    at = round(n * share) + int(5 * u) - 2
    return float(round(known[column].astype(float).nsmallest(at).iloc[-1]))


def cost_of(rows: pd.DataFrame, column: str, also: Sequence[str] = ()) -> float | None:
    """Give a mean of £ a week to £50, if neither a provider nor a child makes up too much of any cost."""
    known = rows[rows[column].notna()]
    if not (may_be_together(known) and all(is_open(known, one) for one in (column, *also))):
        return None
    return fifties(round(_drawn_in(known[column])))


def is_open(rows: pd.DataFrame, column: str) -> bool:
    """Say whether costs of these children keep to the rules of 1.2: (n,k) and p%, by provider and child."""
    by_provider = rows[column].groupby(rows["owner"].fillna("")).sum()
    if len(rows) < _COST_LEAST or len(by_provider) < _PROVIDERS:
        return False
    return not (_tells(by_provider) or _tells(rows[column]))


def fifties(gbp: float | None) -> float | None:
    """Round to £50."""
    return None if gbp is None else float(_STEP_GBP * round(gbp / _STEP_GBP))


def _tells(amounts: pd.Series) -> bool:
    """Say whether the two largest are over 90% of all, or the rest under a tenth of the largest."""
    two = amounts.astype(float).nlargest(2)
    rest = amounts.sum() - two.sum()
    return bool(two.sum() > _RANK * amounts.sum() or rest < (1 - _RANK) * two.iloc[0])


def _drawn_in(amounts: pd.Series) -> float:
    known = amounts.astype(float)
    return float(np.mean(known.clip(upper=known.quantile(_TOP_SHARE))))
