"""Can a hidden cell be had by taking shown cells from their total? Every edge of slices (rule D3)."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.places import local_authorities

_NOISE: Final = 6
_HIDDEN: Final = 11
_ATTRIBUTES: Final = ("placement", "age", "sector", "legal", "care", "cost", "dols", "solo")
_SHARES: Final = ("outside", "far", "far_outside", "out_region", "out_england")


@dataclass
class Edges:
    """Totals with shown parts and hidden ones, how many of these are certain, and the least open of them."""

    totals: int = 0
    certain: int = 0
    least: int = _HIDDEN
    """Between how many children and how many a hidden part can be, at the least."""

    def add(self, totals: pd.Series, sums: pd.Series, shown: pd.Series, hidden: pd.Series) -> None:
        """Bound one of so many hidden parts: the total less the shown ones, each off by six at most."""
        rest_most = totals + _NOISE - (sums - _NOISE * shown)
        rest_least = totals - _NOISE - (sums + _NOISE * shown)
        high = rest_most.clip(upper=_HIDDEN)
        low = (rest_least - _HIDDEN * (hidden - 1)).clip(lower=0)
        open_ = high - low
        self.totals += len(open_)
        self.certain += int((open_ <= 0).sum())
        self.least = min([self.least, *open_.tolist()])


def edges(cells: pd.DataFrame) -> Edges:
    """Bound what is hidden of every total of an LA: by each attribute, and by each share.

    Those of several LAs are left out: they may be sums of what LAs show, which are off by more than six.
    """
    found, cells = Edges(), cells[cells["area_code"].isin(list(local_authorities()))]
    sets = dict(list(cells.groupby("parted_by")))
    for name, part in sets.items():
        for code in filter(None, str(name).split("+")):
            _attribute(found, sets.get(_without(str(name), code)), part, code)
    for share in _SHARES:
        for own, rest in ((share, f"not_{share}"), (f"not_{share}", share)):
            alone = cells[cells[own].notna() & cells[rest].isna() & cells["children"].notna()]
            one = pd.Series(1, alone.index)
            found.add(alone["children"].astype(int), alone[own].astype(int), one, one)
    return found


def _without(name: str, code: str) -> str:
    return "+".join(one for one in name.split("+") if one != code)


def _attribute(found: Edges, totals: pd.DataFrame | None, parts: pd.DataFrame, code: str) -> None:
    """Take the shown values of an attribute from their total; what is left is of the hidden ones."""
    if totals is None:
        return
    by = ["as_of", "area_code", *(one for one in _ATTRIBUTES if one != code)]
    groups = parts.groupby(by).agg(
        sum=("children", "sum"), shown=("children", "count"), high=("nearly_all", "any")
    )
    both = totals[totals["children"].notna()].set_index(by)[["children"]].join(groups, how="inner")
    both = both.assign(hidden=len(_values(code)) - both["shown"])
    open_ = both[~both["high"] & both["hidden"].gt(0)]
    found.add(*(open_[name].astype(int) for name in ("children", "sum", "shown", "hidden")))


def _values(code: str) -> set[str]:
    return {*(value.code for value in values_of(code)), "unknown"}
