"""The questions of `answers_pandas` as one would ask them in polars, of the same tables in memory."""

import polars as pl

from bench.answers_pandas import BOUGHT_OF, LEVELS, NEEDS, NOT_BOUGHT
from bench.polars_tally import ALL, Frames, Parts, Values, day_of, on_day, tally, true


def _with_rest(parts: Parts) -> dict[str, pl.Expr]:
    told = {"children": ALL}
    for part, mask in parts.items():
        told |= {part: mask, f"not_{part}": ~mask}
    return told


def children_by_area(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count children alike in each LA: of one placement type, age, sector, outside, far, in homes or not."""
    is_in = {"is_outside": true(pl.col("outside_la")), "is_far": true(pl.col("far"))}
    is_in["is_residential"] = true(pl.col("placement") == "home")
    rows = on_day(frames, "as_at", asked).rename({"provider": "sector"}).with_columns(**is_in)
    return tally(rows, ["la_code", "placement", "age", "sector", *is_in], {"children": ALL}).collect()


def flows(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count children by responsible LA and LA of placement."""
    rows = on_day(frames, "as_at", asked).filter(pl.col("placement_la").is_not_null())
    return tally(rows, ["la_code", "placement_la"], {"children": ALL}).collect()


def origins(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count children by hexagon of origin."""
    rows = on_day(frames, "as_at", asked).filter(
        pl.col("origin_hex6").is_not_null() & pl.col("la_code").is_in(asked["la_codes"])
    )
    found = tally(rows, ["la_code", "origin_hex6", "origin_hex5"], {"children": ALL})
    return found.rename({"origin_hex6": "hex6", "origin_hex5": "hex5"}).collect()


def completeness(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count whose record holds what the maps need."""
    home, urn = true(pl.col("placement") == "home"), pl.col("home_urn").is_not_null()
    known = {
        "placed": pl.col("placement_la").is_not_null(),
        "distance": pl.col("distance_miles").is_not_null(),
    }
    parts = _with_rest(known) | {"urn": home & urn, "not_urn": home & ~urn, "residential": home}
    return tally(on_day(frames, "as_at", asked), ["la_code"], parts).collect()


def fitness(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count whose record is fit for each of five uses."""
    homes = frames["home_at"].filter(pl.col("is_childrens_home"))["urn"].unique().to_list()
    fit = (
        pl.col("place_code").is_not_null(),
        pl.col("placement_sector").is_not_null() | true(pl.col("home_urn").is_in(homes)),
        pl.col("distance_miles").is_not_null(),
        true(pl.col("weekly_cost_gbp") > 0),
        pl.any_horizontal(pl.col(NEEDS).is_not_null()),
    )
    every = pl.col("record_key").is_not_null()
    applies = (every, every, ~(true(pl.col("uasc")) & pl.col("origin_sector").is_null()),
               ~true(pl.col("placement").is_in(NOT_BOUGHT)), every)  # fmt: skip
    rows = on_day(frames, "as_at", asked)
    told = [
        tally(rows, ["la_code"], {"fit": of & is_fit, "unfit": of & ~is_fit, "of": of, "left_out": ~of})
        .with_columns(pl.lit(level).alias("level"))
        for level, is_fit, of in zip(LEVELS, fit, applies, strict=True)
    ]  # fmt: skip
    return pl.concat(told).collect()


def reconciliation(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count how many children of each source link to a 903 episode, and what disagrees."""
    known = true(pl.col("in_source"))
    parts = {"known": known}
    for part, how in (
        ("exact", "exact"),
        ("window", "window"),
        ("child_only", "child_only"),
        ("unknown", "none"),
    ):
        parts[part] = true(pl.col("how") == how)
    parts |= {"not_open": known & ~true(pl.col("in_returns")), "only_returns": ~known}
    for part in ("start_differs", "family_differs", "sector_differs", "la_differs"):
        parts[part] = true(pl.col(part))
    return tally(on_day(frames, "reconciliation", asked), ["la_code", "source"], parts).collect()


def stock_by_la(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count the children of a date, of a year before, and whose placement is bought by returns or census."""
    provider, placement = pl.col("provider"), pl.col("placement")
    is_bought = provider.is_in(BOUGHT_OF) & ~placement.is_in(NOT_BOUGHT)
    now = on_day(frames, "as_at", asked).with_columns(is_bought=is_bought)
    day = day_of(asked)
    before = on_day(frames, "as_at", {"date": day.replace(year=day.year - 1).isoformat()})
    key = ["la_code", "record_key"]
    census = on_day(frames, "reconciliation", asked).filter(
        (pl.col("source") == "placements_census") & pl.col("in_source")
    )
    census = census.join(now.filter(~pl.col("is_bought")).select(key), on=key, how="anti")
    whole = tally(now, ["la_code"], {"children": ALL, "bought": true(pl.col("is_bought"))})
    whole = whole.join(tally(before, ["la_code"], {"before": ALL}), on="la_code", how="full", coalesce=True)
    whole = whole.join(tally(census, ["la_code"], {"bought_in_census": ALL}), on="la_code", how="left")
    return whole.with_columns(pl.col(pl.Int64).fill_null(0), pl.col("^.*_keys$").fill_null("0")).collect()


def findings(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count the children of whom two sources do not agree, by check, source and LA."""
    by = ["code", "source", "la_code"]
    each_once = on_day(frames, "finding", asked).unique([*by, "record_key"])
    return tally(each_once, by, {"children": ALL}).collect()


ANSWERS = (
    children_by_area, completeness, findings, fitness, flows, origins, reconciliation, stock_by_la,
)  # fmt: skip
