"""The questions of `answers_pandas_returned` as one would ask them in polars."""

from datetime import date

import polars as pl

from bench.answers_pandas_returned import LIVED_IN
from bench.polars_tally import ALL, Frames, Values, tally


def returns_by_la(frames: Frames, _: Values) -> pl.DataFrame:
    """List the dates that each LA's returns cover."""
    return frames["as_at"].lazy().select("as_of", "la_code").unique().collect()


def children_by_la_and_date(frames: Frames, _: Values) -> pl.DataFrame:
    """Count the children of each LA and date."""
    return frames["as_at"].lazy().group_by("la_code", "as_of").agg(children=pl.len()).collect()


def loaded_las(frames: Frames, _: Values) -> pl.DataFrame:
    """List the LAs that have returned children."""
    both = [frames[name].lazy().select("la_code").unique() for name in ("episode", "child")]
    return pl.concat(both).unique().collect()


def children_known(frames: Frames, asked: Values) -> pl.DataFrame:
    """Count how many of some children one LA knows."""
    keys = pl.LazyFrame({"child_key": asked["keys"]})
    own = pl.col("la_code") == asked["la_code"]
    both = [frames[name].lazy().filter(own).select("child_key") for name in ("episode", "child")]
    known = pl.concat(rows.join(keys, on="child_key", how="semi") for rows in both)
    return known.select(children=pl.col("child_key").n_unique()).collect()


def children_returned(frames: Frames, asked: Values) -> pl.DataFrame:
    """Sum the keys of the children in each year's header return of one LA."""
    rows = frames["child"].lazy().filter(pl.col("la_code") == asked["la_code"])
    rows = rows.select("year", "record_key").unique()
    return tally(rows, ["year"], {"children": ALL}).rename({"children_keys": "keys_sum"}).collect()


def voids_ever_used(frames: Frames, asked: Values) -> pl.DataFrame:
    """List the homes that are known to have had a child up to a day."""
    day = date.fromisoformat(asked["day"])
    lived_in = frames["episode"].lazy().filter(pl.col("home_urn").is_not_null(), pl.col("started_on") <= day)
    returned = frames["vacancy"].lazy().filter(pl.col("as_of") <= day, pl.col("occupied_places") > 0)
    return pl.concat([lived_in.select(urn="home_urn"), returned.select("urn")]).unique().collect()


def names_without_urn(frames: Frames, _: Values) -> pl.DataFrame:
    """List the names of homes that come without a number, case and spaces apart."""
    is_home = pl.col("family_code").fill_null("other").is_in(LIVED_IN) & (pl.col("row_class") == "child")
    census = frames["census"].lazy().filter(pl.col("home_urn").is_null(), is_home)
    census = census.with_columns(la_code="placement_la", postcode_sector="placement_sector")
    costs = frames["home_cost"].lazy().filter(pl.col("home_urn").is_null())
    named = pl.concat([census, costs], how="diagonal")
    names = ("provider_name", "home_name")
    named = named.filter(pl.any_horizontal(pl.col(names).is_not_null()))
    groups = named.group_by(_spelt(name) for name in names)
    most = [pl.col(name).drop_nulls().mode().first() for name in ("la_code", "postcode_sector")]
    told = (pl.col(names).min(), pl.col("company_no").max(), *most)
    return groups.agg(*told, row_count=pl.len(), latest=pl.col("as_of").max()).collect()


def _spelt(name: str) -> pl.Expr:
    spaced = pl.col(name).fill_null("").str.replace_all(r"\s+", " ")
    return spaced.str.strip_chars().str.to_lowercase().alias(f"spelt_{name}")


ANSWERS = (
    children_by_la_and_date, children_known, children_returned, loaded_las, names_without_urn, returns_by_la,
    voids_ever_used,
)  # fmt: skip
