"""The questions of `answers_pandas` as one would ask them in polars, of the same tables in memory."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import polars as pl

from bench.answers_pandas import LEVELS, NEEDS

Frames = Mapping[str, pl.DataFrame]
Parts = Mapping[str, pl.Expr]
_ALL = pl.lit(value=True)


def _tally(rows: pl.LazyFrame, by: Sequence[str], parts: Parts) -> pl.LazyFrame:
    key = pl.col("record_key").cast(pl.Int128)
    counted = []
    for part, mask in parts.items():
        n, keys = (pl.len(), key.sum()) if mask is _ALL else (mask.sum(), key.filter(mask).sum())
        counted += [n.cast(pl.Int64).alias(f"{part}_n"), keys.cast(pl.String).alias(f"{part}_keys")]
    return rows.group_by(by).agg(counted)


def _on(frames: Frames, table: str, day: date) -> pl.LazyFrame:
    return frames[table].lazy().filter(pl.col("as_of") == day)


def _true(cells: pl.Expr) -> pl.Expr:
    return cells.fill_null(value=False)


def _with_rest(parts: Parts) -> dict[str, pl.Expr]:
    told = {"children": _ALL}
    for part, mask in parts.items():
        told |= {part: mask, f"not_{part}": ~mask}
    return told


def children_by_area(frames: Frames, day: date, *_: Sequence[str]) -> pl.DataFrame:
    """Count children alike in each LA: of one age, outside or not, far or not, in homes or not."""
    is_in = {"is_outside": _true(pl.col("outside_la")), "is_far": _true(pl.col("far"))}
    is_in["is_residential"] = _true(pl.col("placement") == "home")
    rows = _on(frames, "as_at", day).with_columns(**is_in)
    blank = [pl.lit("").alias("placement"), pl.lit("").alias("sector")]
    return _tally(rows, ["la_code", "age", *is_in], {"children": _ALL}).with_columns(blank).collect()


def flows(frames: Frames, day: date, *_: Sequence[str]) -> pl.DataFrame:
    """Count children by responsible LA and LA of placement."""
    rows = _on(frames, "as_at", day).filter(pl.col("placement_la").is_not_null())
    return _tally(rows, ["la_code", "placement_la"], {"children": _ALL}).collect()


def origins(frames: Frames, day: date, las: Sequence[str]) -> pl.DataFrame:
    """Count children by hexagon of origin."""
    rows = _on(frames, "as_at", day).filter(
        pl.col("origin_hex6").is_not_null() & pl.col("la_code").is_in(las)
    )
    found = _tally(rows, ["la_code", "origin_hex6", "origin_hex5"], {"children": _ALL})
    return found.rename({"origin_hex6": "hex6", "origin_hex5": "hex5"}).collect()


def completeness(frames: Frames, day: date, *_: Sequence[str]) -> pl.DataFrame:
    """Count whose record holds what the maps need."""
    home, urn = _true(pl.col("placement") == "home"), pl.col("home_urn").is_not_null()
    known = {
        "placed": pl.col("placement_la").is_not_null(),
        "distance": pl.col("distance_miles").is_not_null(),
    }
    parts = _with_rest(known) | {"urn": home & urn, "not_urn": home & ~urn, "residential": home}
    return _tally(_on(frames, "as_at", day), ["la_code"], parts).collect()


def fitness(frames: Frames, day: date, *_: Sequence[str]) -> pl.DataFrame:
    """Count whose record is fit for each of five uses."""
    homes = frames["home_at"].filter(pl.col("is_childrens_home"))["urn"].unique().to_list()
    fit = (
        pl.col("place_code").is_not_null(),
        pl.col("placement_sector").is_not_null() | _true(pl.col("home_urn").is_in(homes)),
        pl.col("distance_miles").is_not_null(),
        _true(pl.col("weekly_cost_gbp") > 0),
        pl.any_horizontal(pl.col(NEEDS).is_not_null()),
    )
    every = pl.col("record_key").is_not_null()
    applies = (every, every, ~(_true(pl.col("uasc")) & pl.col("origin_sector").is_null()),
               ~_true(pl.col("placement").is_in(["parents", "adoption"])), every)  # fmt: skip
    rows = _on(frames, "as_at", day)
    told = [
        _tally(rows, ["la_code"], {"fit": of & is_fit, "unfit": of & ~is_fit, "of": of, "left_out": ~of})
        .with_columns(pl.lit(level).alias("level"))
        for level, is_fit, of in zip(LEVELS, fit, applies, strict=True)
    ]  # fmt: skip
    return pl.concat(told).collect()


def reconciliation(frames: Frames, day: date, *_: Sequence[str]) -> pl.DataFrame:
    """Count how many children of each source link to a 903 episode, and what disagrees."""
    known = _true(pl.col("in_source"))
    parts = {"known": known}
    for part, how in (
        ("exact", "exact"),
        ("window", "window"),
        ("child_only", "child_only"),
        ("unknown", "none"),
    ):
        parts[part] = _true(pl.col("how") == how)
    parts |= {"not_open": known & ~_true(pl.col("in_returns")), "only_returns": ~known}
    for part in ("start_differs", "family_differs", "sector_differs", "la_differs"):
        parts[part] = _true(pl.col(part))
    return _tally(_on(frames, "reconciliation", day), ["la_code", "source"], parts).collect()


def distance_children(frames: Frames, day: date, *_: Sequence[str]) -> pl.DataFrame:
    """List the children of a date with their distance."""
    outside = pl.col("outside_la")
    told = _on(frames, "as_at", day)
    told = told.with_columns(outside=_true(outside), inside=_true(~outside), uasc=_true(pl.col("uasc")))
    return told.rename({"provider": "sector"}).collect()


Answer = Callable[[Frames, date, Sequence[str]], pl.DataFrame]
ANSWERS: Mapping[str, Answer] = {
    one.__name__: one
    for one in (children_by_area, flows, origins, completeness, fitness, reconciliation, distance_children)
}
