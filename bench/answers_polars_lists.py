"""The questions of `answers_pandas_lists` as one would ask them in polars."""

import polars as pl

from bench.answers_pandas_lists import FAR, RARE
from bench.polars_tally import Frames, Values, on_day, true


def distance_children(frames: Frames, asked: Values) -> pl.DataFrame:
    """List the children of a date with their distance."""
    outside = pl.col("outside_la")
    told = on_day(frames, "as_at", asked)
    told = told.with_columns(outside=true(outside), inside=true(~outside), uasc=true(pl.col("uasc")))
    return told.rename({"provider": "sector"}).collect()


def distance_needs(frames: Frames, asked: Values) -> pl.DataFrame:
    """List the children of a date with their needs, time in care, and reason for a distance."""
    care = (pl.col("as_of") - pl.col("care_started_on")).dt.total_days().cast(pl.Float64)
    reason = {"reason": "distance_reason", "reason_label": "distance_reason_label"}
    named = [pl.col(name).alias(alias) for alias, name in reason.items()]
    told = (care.alias("care_days"), _yes_or_no("dols"), _yes_or_no("solo"))
    return on_day(frames, "as_at", asked).select("record_key", *told, *named).collect()


def _yes_or_no(name: str) -> pl.Expr:
    cells = pl.col(name)
    words = pl.when(cells).then(pl.lit("yes")).when(cells.is_not_null()).then(pl.lit("no"))
    return words.otherwise(pl.lit("unknown")).alias(name)


def rare_needs(frames: Frames, asked: Values) -> pl.DataFrame:
    """List the children of some LAs with what decides whether a need is rare."""
    rows = on_day(frames, "as_at", asked).filter(pl.col("la_code").is_in(asked["la_codes"]))
    return rows.with_columns(inside=true(~pl.col("outside_la"))).select(RARE).collect()


def voids_children(frames: Frames, asked: Values) -> pl.DataFrame:
    """List the children of a date who are known to live in a children's home."""
    homes = frames["home_at"].lazy().filter(pl.col("is_childrens_home")).select("urn").unique()
    rows = on_day(frames, "as_at", asked).rename({"home_urn": "urn"})
    rows = rows.select("la_code", "record_key", "urn", "weekly_cost_gbp")
    return rows.join(homes, on="urn", how="semi").collect()


def voids_far(frames: Frames, asked: Values) -> pl.DataFrame:
    """List the children of some LAs who live further away than so many miles."""
    is_asked = pl.col("la_code").is_in(asked["la_codes"]) & (pl.col("distance_miles") > asked["miles"])
    rows = (
        on_day(frames, "as_at", asked).filter(is_asked).with_columns(_yes_or_no("dols"), _yes_or_no("solo"))
    )
    return rows.rename({"provider": "sector", "distance_reason": "reason"}).select(FAR).collect()


def voids_stays(frames: Frames, asked: Values) -> pl.DataFrame:
    """List the children of a date with the days of their stay."""
    days = (pl.col("as_of") - pl.col("placed_on")).dt.total_days().cast(pl.Float64)
    return on_day(frames, "as_at", asked).select("record_key", "la_code", days.alias("days")).collect()


ANSWERS = (distance_children, distance_needs, rare_needs, voids_children, voids_far, voids_stays)
