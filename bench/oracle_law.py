"""What should be shown of so many children? As design/disclosure.md 1.3 words it, without the app's code."""

from hashlib import sha256
from typing import Final

import pandas as pd

LEAST: Final = 10
_AREAS, _FEW = 3, 7
_ENDS: Final = {
    0: (0.12, 0.88, 1.0),
    1: (0.04, 0.76, 1.0),
    2: (0.0, 0.6, 1.0),
    3: (0.0, 0.4, 1.0),
    4: (0.0, 0.24, 0.96),
}
"""Where the intervals of b-5, b and b+5 end, for each remainder."""


def reckoned(n: int, keys: int, pepper: str) -> int | None:
    """Round a cell of n children whose keys have this sum; None hides it."""
    y = rounded(n, keys, pepper) if n >= LEAST else 0
    return y if y >= LEAST else None


def rounded(n: int, keys: int, pepper: str) -> int:
    """Round a number by the sum of keys that fixes its noise, whether it may be shown or not."""
    u = int.from_bytes(sha256(f"{pepper}:{keys}:{n}".encode()).digest()[:4], "big") / 2**32
    low, middle, high = _ENDS[n % 5]
    return n - n % 5 + (-5 if u < low else 0 if u < middle else 5 if u < high else 10)


def tallied(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Count children by these columns: `n`, and their keys' sums in two halves."""
    return (
        rows[[*by, "high", "low"]]
        .assign(n=1)
        .groupby(by, dropna=False, as_index=False)[["n", "high", "low"]]
        .sum()
    )


def counted(tallies: pd.DataFrame, by: list[str], pepper: str) -> pd.DataFrame:
    """Add tallies up by these columns, and say what should be shown: `expected` (null: hidden)."""
    found = tallies.groupby(by, dropna=False, as_index=False)[["n", "high", "low"]].sum()
    each = zip(found["n"], found["high"], found["low"], strict=True)
    told = [reckoned(int(n), int(high) * 2**32 + int(low), pepper) for n, high, low in each]
    return found.assign(expected=pd.Series(told, dtype="Int64"))


def together(tallies: pd.DataFrame, by: list[str], pepper: str, area: str = "la_code") -> pd.DataFrame:
    """Count children of several areas: by one draw where no area could take itself away, else as a sum."""
    all_of = tallies.assign(all=0)
    by = ["all", *by]
    groups = counted(all_of, [*by, area], pepper).groupby(by, dropna=False)
    facts = groups.agg(
        areas=(area, "nunique"), most=("n", "max"), large=("n", lambda sizes: (sizes >= LEAST).sum())
    )
    facts["own"] = groups["expected"].sum(min_count=1)
    both = counted(all_of, by, pepper).merge(facts.reset_index(), on=by)
    several = both["areas"].ge(_FEW) & (both["n"] - both["most"]).ge(LEAST)
    may = both["areas"].eq(1) | both["large"].ge(_AREAS) | several
    return both.assign(expected=both["expected"].where(may, both["own"]))
