"""The questions of `answers_pandas_cells` as one would ask them in polars."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import polars as pl

from bench.answers_pandas_cells import LATTICE, PARTS, SPLITS
from bench.polars_tally import ALL, Frames, Values, on_day, sums_of, true


def lattice_cells(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count the children of a date in every cell of an LA and some of five attributes."""
    rows = on_day(frames, "as_at", asked).with_columns(
        outside=true(pl.col("outside_la")), far=true(pl.col("far"))
    )
    finest = rows.group_by("la_code", *LATTICE).agg(*sums_of({"children": ALL}))
    sets = [one for size in range(asked["most"] + 1) for one in combinations(LATTICE, size)]
    sums = [
        finest.group_by("la_code", *by)
        .agg(pl.col("children_n", "children_keys").sum())
        .with_columns(attributes=pl.lit(len(by)))
        for by in sets
    ]
    cells = pl.concat(sums, how="diagonal").with_columns(pl.col("children_keys").cast(pl.String))
    return cells.collect()


def explore_cells(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count children by placement and time in care over all dates, and who lives out of the region."""
    days = [date.fromisoformat(one) for one in asked["dates"]]
    is_asked = pl.col("as_of").is_in(days) & pl.col("la_code").is_in(asked["la_codes"])
    is_part = pl.col("out_region")
    rows = frames["child_cell"].lazy().filter(is_asked)
    finest = rows.group_by("as_of", "la_code", "placement", "care").agg(
        *sums_of({"children": ALL, "part": is_part, "rest": ~is_part})
    )
    sets = [[*filter(None, one.split("+"))] for one in asked["sets"]]
    cells = pl.concat([_of_set(finest, by, asked) for by in sets], how="diagonal")
    return cells.with_columns(pl.col(f"{part}_keys").cast(pl.String) for part in PARTS).collect()


def _of_set(finest: pl.LazyFrame, by: list[str], asked: Values) -> pl.LazyFrame:
    """Give the cells of one set of attributes: of each LA, and of LAs together."""
    counted = [f"{part}_{what}" for part in PARTS for what in ("n", "keys")]
    own = finest.group_by("as_of", "la_code", *by).agg(pl.col(counted).sum())
    together = pl.LazyFrame({"la_code": asked["together_las"], "area_code": asked["together_areas"]})
    placed = pl.concat([
        own.with_columns(area_code="la_code"), own.join(together, on="la_code")
    ], how="diagonal")  # fmt: skip
    sums = placed.group_by("as_of", "area_code", *by).agg(pl.col(counted).sum(), *_facts(asked))
    whole = {name: pl.lit("all") for name in SPLITS if name not in by}
    return sums.filter(pl.col("children_n") >= asked["least"]).with_columns(
        parted_by=pl.lit("+".join(by)), **whole
    )


def _facts(asked: Values) -> Iterator[pl.Expr]:
    for part in PARTS:
        children = pl.col(f"{part}_n")
        yield children.max().alias(f"{part}_most")
        yield (children > 0).sum().alias(f"{part}_las")
        yield (children >= asked["large"]).sum().alias(f"{part}_large")


ANSWERS = (explore_cells, lattice_cells)
