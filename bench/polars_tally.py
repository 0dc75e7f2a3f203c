"""What do the questions in polars share? Rows of a date, and sums of children and their keys."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

Frames = Mapping[str, pl.DataFrame]
Values = Mapping[str, Any]
Parts = Mapping[str, pl.Expr]
ALL = pl.lit(value=True)


def day_of(asked: Values) -> date:
    """Give the date that is asked of."""
    return date.fromisoformat(asked["date"])


def on_day(frames: Frames, table: str, asked: Values) -> pl.LazyFrame:
    """Give the rows of a table on the date that is asked of."""
    return frames[table].lazy().filter(pl.col("as_of") == day_of(asked))


def tally(rows: pl.LazyFrame, by: Sequence[str], parts: Parts) -> pl.LazyFrame:
    """Count the children of each part in each group, and sum their keys."""
    sums = rows.group_by(by).agg(*sums_of(parts))
    return sums.with_columns(pl.col(f"{part}_keys").cast(pl.String) for part in parts)


def sums_of(parts: Parts) -> list[pl.Expr]:
    """Give what counts the children of each part, and sums their keys as whole numbers."""
    key = pl.col("record_key").cast(pl.Int128)
    counted = []
    for part, mask in parts.items():
        n, keys = (pl.len(), key.sum()) if mask is ALL else (mask.sum(), key.filter(mask).sum())
        counted += [n.cast(pl.Int64).alias(f"{part}_n"), keys.alias(f"{part}_keys")]
    return counted


def true(cells: pl.Expr) -> pl.Expr:
    """Say where a cell is true; a null is not."""
    return cells.fill_null(value=False)
