"""Which children are in each cell of slices, which *Explore* and typed SQL read?"""

from collections.abc import Iterator
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


def slices(everyone: pd.DataFrame, shown: pd.DataFrame, pepper: str) -> Iterator[Held]:
    """Give what is shown of each set and part, beside what should be, and the columns that both are by."""
    named = {
        code: everyone[code].astype(object).where(everyone[code].notna(), "unknown") for code in _ATTRIBUTES
    }
    kept = everyone[["as_of", "la_code"]]
    rows = pd.concat([kept, pd.DataFrame(named), pd.DataFrame(_parts(everyone))], axis=1)
    pairs = [(la, code) for code, las in areas().items() for la in las]
    of = pd.DataFrame(pairs, columns=["la_code", "area_code"])
    for parted_by, cells in shown.groupby("parted_by"):
        own = ["as_of", *filter(None, str(parted_by).split("+"))]
        told = [part for part in PARTS if cells[part].notna().any()]
        columns = [f"{part} {fact}" for part in told for fact in _FACTS]
        each = rows.groupby(["la_code", *own], as_index=False)[columns].sum()
        for part in told:
            names = {f"{part} {fact}": fact for fact in _FACTS}
            mine = each[["la_code", *own, *names]].rename(columns=names)
            mine = mine[mine["n"] > 0]
            single = counted(mine, ["la_code", *own], pepper).rename(columns={"la_code": "area_code"})
            several = together(mine.merge(of, on="la_code"), ["area_code", *own], pepper)
            by = ["area_code", *own]
            truth = pd.concat([single, several])[[*by, "n", "expected"]]
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
