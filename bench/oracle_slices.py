"""Which children are in each cell of slices, which *Explore* and typed SQL read?"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import pandas as pd

from bench.oracle_law import counted, together
from rcc_dash.domain.places import cooperatives

_ATTRIBUTES: Final = ("placement", "age", "sector", "legal", "care", "cost", "dols", "solo")
_SHARES: Final = ("outside", "far", "far_outside", "out_region", "out_england")
PARTS: Final = ("children", *_SHARES, *(f"not_{share}" for share in _SHARES))
_FACTS: Final = ("n", "high", "low")
Held = tuple[str, pd.DataFrame, pd.DataFrame, list[str]]


def areas() -> dict[str, list[str]]:
    """Give the LAs of each area that several are counted in together."""
    all_of = cooperatives().values()
    parts = {sub.code: list(sub.la_codes) for one in all_of for sub in one.sub_regions}
    return {**{one.code: list(one.la_codes) for one in all_of}, **parts}


def las_of(rcc: str, area: str) -> list[str]:
    """Give the LAs of a sub-region, of a cooperative where it is none, or of `all` cooperatives."""
    if rcc == "all":
        return [la for one in cooperatives().values() for la in one.la_codes]
    return areas().get(area, areas()[rcc])


class Slices:
    """The children of a release as slices count them."""

    def __init__(self, everyone: pd.DataFrame, pepper: str) -> None:
        """Give each child its attributes, and every part that the child is in."""
        told = {
            code: everyone[code].astype(object).where(everyone[code].notna(), "unknown")
            for code in _ATTRIBUTES
        }
        parts = [everyone[["as_of", "la_code"]], pd.DataFrame(told), pd.DataFrame(_parts(everyone))]
        self._rows: Final = pd.concat(parts, axis=1)
        self._pepper: Final = pepper
        self.of_children: Final = lru_cache(maxsize=None)(self._of_children)

    def truths(self, parted_by: str, parts: Sequence[str]) -> Iterator[tuple[str, pd.DataFrame]]:
        """Give of each part what should be shown of a set: by area, date and attributes, n and expected."""
        own = ["as_of", *filter(None, parted_by.split("+"))]
        columns = [f"{part} {fact}" for part in parts for fact in _FACTS]
        each = self._rows.groupby(["la_code", *own], as_index=False)[columns].sum()
        pairs = [(la, code) for code, las in areas().items() for la in las]
        of, by = pd.DataFrame(pairs, columns=["la_code", "area_code"]), ["area_code", *own]
        for part in parts:
            names = {f"{part} {fact}": fact for fact in _FACTS}
            mine = each[["la_code", *own, *names]].rename(columns=names)
            mine = mine[mine["n"] > 0]
            single = counted(mine, ["la_code", *own], self._pepper).rename(columns={"la_code": "area_code"})
            several = together(mine.merge(of, on="la_code"), by, self._pepper)
            yield part, pd.concat([single, several])[[*by, "n", "expected"]]

    def _of_children(self, parted_by: str) -> pd.DataFrame:
        """Give what should be shown of all children of a set."""
        return next(truth for _, truth in self.truths(parted_by, ["children"]))

    def held(self, shown: pd.DataFrame) -> Iterator[Held]:
        """Give what is shown of each set and part, what should be, and the columns that both are by."""
        for parted_by, cells in shown.groupby("parted_by"):
            by = ["area_code", "as_of", *filter(None, str(parted_by).split("+"))]
            told = [part for part in PARTS if cells[part].notna().any()]
            for part, truth in self.truths(str(parted_by), told):
                few = cells.loc[cells[part].notna(), [*by, part]].rename(columns={part: "children"})
                yield f"slices {part}", few, truth, by


def _parts(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Give of each part who is in it, and the halves of their keys; nought for all others."""
    found = {}
    for part in PARTS:
        share = part.removeprefix("not_")
        is_in = rows["high"].ge(0) if part == "children" else rows[share].eq(part == share)
        found |= {f"{part} n": is_in.astype(int)}
        found |= {f"{part} {half}": rows[half].where(is_in, 0) for half in ("high", "low")}
    return found
