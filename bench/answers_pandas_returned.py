"""Whom have which LAs and homes returned, and when? As one would ask in pandas."""

import pandas as pd

from bench.pandas_tally import Frames, Values, every, tally

LIVED_IN = ["home", "supported", "school", "other_residential", "other"]


def returns_by_la(frames: Frames, _: Values) -> pd.DataFrame:
    """List the dates that each LA's returns cover."""
    return frames["as_at"][["as_of", "la_code"]].drop_duplicates()


def children_by_la_and_date(frames: Frames, _: Values) -> pd.DataFrame:
    """Count the children of each LA and date."""
    return frames["as_at"].groupby(["la_code", "as_of"]).size().rename("children").reset_index()


def loaded_las(frames: Frames, _: Values) -> pd.DataFrame:
    """List the LAs that have returned children."""
    both = (frames[name]["la_code"].drop_duplicates() for name in ("episode", "child"))
    return pd.concat(both).drop_duplicates().to_frame()


def children_known(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count how many of some children one LA knows."""
    known = pd.concat(
        rows.loc[(rows["la_code"] == asked["la_code"]) & rows["child_key"].isin(asked["keys"]), "child_key"]
        for rows in (frames["episode"], frames["child"])
    )
    return pd.DataFrame({"children": [known.nunique()]})


def children_returned(frames: Frames, asked: Values) -> pd.DataFrame:
    """Sum the keys of the children in each year's header return of one LA."""
    rows = frames["child"]
    rows = rows.loc[rows["la_code"] == asked["la_code"], ["year", "record_key"]].drop_duplicates()
    return tally(rows, ["year"], {"children": every(rows)}).rename(columns={"children_keys": "keys_sum"})


def voids_ever_used(frames: Frames, asked: Values) -> pd.DataFrame:
    """List the homes that are known to have had a child up to a day."""
    day, episodes, returns = pd.Timestamp(asked["day"]), frames["episode"], frames["vacancy"]
    lived_in = episodes.loc[episodes["home_urn"].notna() & (episodes["started_on"] <= day), "home_urn"]
    returned = returns.loc[(returns["as_of"] <= day) & (returns["occupied_places"] > 0), "urn"]
    return pd.concat([lived_in, returned]).drop_duplicates().rename("urn").to_frame()


def names_without_urn(frames: Frames, _: Values) -> pd.DataFrame:
    """List the names of homes that come without a number, case and spaces apart."""
    census, costs = frames["census"], frames["home_cost"]
    is_home = census["family_code"].fillna("other").isin(LIVED_IN) & (census["row_class"] == "child")
    census = census[census["home_urn"].isna() & is_home]
    census = census.assign(la_code=census["placement_la"], postcode_sector=census["placement_sector"])
    named = pd.concat([census, costs[costs["home_urn"].isna()]])
    named = named[named["provider_name"].notna() | named["home_name"].notna()]
    spelt = [_spelt(named[name]) for name in ("provider_name", "home_name")]
    return named.groupby(spelt).agg(
        provider_name=("provider_name", "min"), home_name=("home_name", "min"),
        company_no=("company_no", "max"), la_code=("la_code", _most),
        postcode_sector=("postcode_sector", _most), row_count=("as_of", "size"), latest=("as_of", "max"),
    )  # fmt: skip


def _spelt(names: pd.Series) -> pd.Series:
    return names.fillna("").str.replace(r"\s+", " ", regex=True).str.strip().str.lower()


def _most(cells: pd.Series) -> object:
    return next(iter(cells.mode()), None)


ANSWERS = (
    children_by_la_and_date, children_known, children_returned, loaded_las, names_without_urn, returns_by_la,
    voids_ever_used,
)  # fmt: skip
