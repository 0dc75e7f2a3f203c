"""How many children are in every cell of several attributes? As one would ask in pandas."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import pandas as pd

from bench.pandas_tally import Frames, Values, every, halves, joined, on_day, true

LATTICE = ("placement", "age", "provider", "outside", "far")
PARTS = ("children", "part", "rest")
SPLITS = ("placement", "age", "sector", "legal", "care", "cost", "dols", "solo")


def lattice_cells(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count the children of a date in every cell of an LA and some of five attributes."""
    rows = on_day(frames, "as_at", asked)
    rows = rows.assign(outside=true(rows["outside_la"]), far=true(rows["far"]))
    finest = halves(rows, ["la_code", *LATTICE], {"children": every(rows)})
    sets = [one for size in range(asked["most"] + 1) for one in combinations(LATTICE, size)]
    sums = [_rolled_up(finest, one) for one in sets]
    cells = joined(pd.concat(sums, ignore_index=True), ["children"])
    return cells.astype({"outside": "boolean", "far": "boolean"})


def _rolled_up(finest: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    sums = finest.groupby(level=["la_code", *by], dropna=False).sum().reset_index()
    return sums.reindex(columns=["la_code", *LATTICE, *finest]).assign(attributes=len(by))


def explore_cells(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count children by placement and time in care over all dates, and who lives out of the region."""
    rows = frames["child_cell"]
    days = pd.to_datetime(asked["dates"])
    rows = rows[rows["as_of"].isin(days) & rows["la_code"].isin(asked["la_codes"])]
    by = ["as_of", "la_code", "placement", "care"]
    is_part = rows["out_region"]
    finest = halves(rows, by, {"children": every(rows), "part": is_part, "rest": ~is_part})
    cells = [_of_set(finest, [*filter(None, one.split("+"))], asked) for one in asked["sets"]]
    return joined(pd.concat(cells, ignore_index=True), PARTS)


def _of_set(finest: pd.DataFrame, by: list[str], asked: Values) -> pd.DataFrame:
    """Give the cells of one set of attributes: of each LA, and of LAs together."""
    own = finest.groupby(level=["as_of", "la_code", *by]).sum().reset_index()
    together = pd.DataFrame({"la_code": asked["together_las"], "area_code": asked["together_areas"]})
    placed = pd.concat([own.assign(area_code=own["la_code"]), own.merge(together, on="la_code")])
    groups = placed.assign(**dict(_facts(placed, asked))).groupby(["as_of", "area_code", *by])
    sums = groups.agg({name: "max" if name.endswith("_most") else "sum" for name in _columns(finest)})
    sums = sums[sums["children_n"] >= asked["least"]].reset_index()
    whole = {name: "all" for name in SPLITS if name not in by}
    return sums.assign(parted_by="+".join(by), **whole)


def _facts(placed: pd.DataFrame, asked: Values) -> Iterator[tuple[str, pd.Series]]:
    for part in PARTS:
        children = placed[f"{part}_n"]
        yield f"{part}_most", children
        yield f"{part}_las", (children > 0).astype("int64")
        yield f"{part}_large", (children >= asked["large"]).astype("int64")


def _columns(finest: pd.DataFrame) -> list[str]:
    return [*finest, *(f"{part}_{fact}" for part in PARTS for fact in ("most", "las", "large"))]


ANSWERS = (explore_cells, lattice_cells)
