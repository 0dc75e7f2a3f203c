"""May this number be shown, and as what? The one place that decides.

Cell-key rounding (`domain.rounding`): a cell's noise depends only on the set of children in
it, so the same cell gives the same number wherever it is asked for, and a shown number always
describes at least ten children.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.rounding import METHODS
from rcc_dash.settings import (
    PROTECT_CLASS_PCT,
    PROTECT_FEW_AREAS,
    PROTECT_METHOD,
    PROTECT_MIN_AREAS,
    PROTECT_MIN_CHILDREN,
)

HIDDEN: Final = "[c]"
LOW: Final = "[low]"
HIGH: Final = "[high]"
NONE: Final = "[z]"
NOT_RETURNED: Final = "[x]"
MARKS: Final = {
    HIDDEN: "too few children to show",
    LOW: "a small share, from too few children to show",
    HIGH: "nearly all: 90% or more, or the rest too few to show",
    NONE: "not applicable",
    NOT_RETURNED: "not returned",
}
"""What stands in the place of a number, and what it means in words."""

SENSITIVE: Final = frozenset({"placement", "legal", "dols", "solo"})
"""Attributes that must not become known of everybody in a group (design/disclosure.md 1.2)."""

_ALL: Final = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """How numbers are shown: protected (rounded with this pepper by this method), or exact."""

    pepper: str
    exact: bool = False
    method: str = PROTECT_METHOD

    def count(self, children: int, key_sum: int) -> int | None:
        """Give the number to show for a cell of children; None hides it."""
        if self.exact:
            return children
        if children < PROTECT_MIN_CHILDREN:
            return None
        shown = METHODS[self.method](self.pepper, children, key_sum)
        return shown if shown >= PROTECT_MIN_CHILDREN else None

    def places(self, places: int, key_sum: int) -> int:
        """Give the number of places to show of several homes: rounded as children are, and not hidden.

        `key_sum` is of the homes' own keys. None stays none; a few may be shown as none or as five.
        """
        if self.exact or places == 0:
            return places
        return max(METHODS[self.method](self.pepper, places, key_sum), 0)

    def counts(self, children: pd.Series, key_sums: pd.Series) -> pd.Series:
        """Give the numbers to show for many cells as nullable whole numbers; null hides a cell.

        `key_sums` holds the sums of record keys as text, since they exceed 64 bits.
        """
        least = 0 if self.exact else PROTECT_MIN_CHILDREN
        may = np.flatnonzero(children.to_numpy() >= least)
        pairs = zip(may.tolist(), children.iloc[may].tolist(), key_sums.iloc[may].tolist(), strict=True)
        found = {at: self.count(int(n), int(key)) for at, n, key in pairs}
        return pd.Series(map(found.get, range(len(children))), index=children.index, dtype="Int64")

    def area_may_stand_alone(self, areas: int, shown: int, children: int, largest: int) -> bool:
        """Say whether a figure of several LAs may have a cell of its own: of so many LAs with any child.

        Each LA knows its own number, so three must take part whose number is shown (`shown`), or seven with
        any, of whom ten children remain when the largest is taken away (design/disclosure.md 1.2). Else
        that it is no sum of what they show would tell that an LA with a hidden number has somebody.
        """
        if self.exact or areas == 1 or shown >= PROTECT_MIN_AREAS:
            return True
        return areas >= PROTECT_FEW_AREAS and children - largest >= PROTECT_MIN_CHILDREN

    def sizes_may_stand_alone(self, sizes: Sequence[int]) -> bool:
        """Say the same of LAs with so many children each; that they have none is no bar."""
        have = [size for size in sizes if size]
        shown = sum(size >= PROTECT_MIN_CHILDREN for size in have)
        return not have or self.area_may_stand_alone(len(have), shown, sum(have), max(have))

    def is_nearly_all(self, part: int | None, whole: int | None) -> bool:
        """Say whether a value of a sensitive attribute is so much of a group that it tells it of everybody.

        Takes numbers that are already protected. Then not even the part's number is shown, but `[high]`.
        """
        if self.exact or part is None:
            return False
        return whole is None or _ALL * part >= PROTECT_CLASS_PCT * whole

    def share_pct(self, part: int | None, rest: int | None, whole: int | None) -> tuple[float | None, str]:
        """Give a share in whole % and the mark that stands in its place when there is none.

        Takes numbers that are already protected; halves round up, as DfE rounds.
        A share needs both its part and the rest to be shown; else the mark is `[low]`, `[high]`,
        or `[c]` where the whole or both of them are hidden and `[z]` where there are no children.
        """
        if whole == 0:
            return None, NONE
        if whole is None or (part is None and rest is None):
            return None, HIDDEN
        if part is None or rest is None:
            return None, LOW if part is None else HIGH
        return float(floor(min(100.0 * part / whole, 100.0) + 0.5)), ""
