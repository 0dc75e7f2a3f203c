"""How many children are in each area? The app's questions as one would ask them in pandas in memory.

Answers have the columns of `rcc_dash/store/sql/<name>.sql`.
"""

import pandas as pd

from bench.pandas_tally import Frames, Parts, Values, every, on_day, tally, true

NEEDS = ("dols", "solo", "exploitation_risk", "self_harm_risk", "risk_to_others", "sdq_score")
LEVELS = ("load", "map", "distance", "cost", "need")
NOT_BOUGHT = ["parents", "adoption"]
BOUGHT_OF = ["private", "voluntary", "public", "other_la"]


def _with_rest(rows: pd.DataFrame, parts: Parts) -> dict[str, "pd.Series[bool]"]:
    told = {"children": every(rows)}
    for part, mask in parts.items():
        told |= {part: mask, f"not_{part}": ~mask}
    return told


def children_by_area(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count children alike in each LA: of one placement type, age, sector, outside, far, in homes or not."""
    rows = on_day(frames, "as_at", asked).rename(columns={"provider": "sector"})
    is_in = {"is_outside": true(rows["outside_la"]), "is_far": true(rows["far"])}
    rows = rows.assign(**is_in, is_residential=true(rows["placement"] == "home"))
    by = ["la_code", "placement", "age", "sector", *is_in, "is_residential"]
    return tally(rows, by, {"children": every(rows)})


def flows(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count children by responsible LA and LA of placement."""
    rows = on_day(frames, "as_at", asked)
    rows = rows[rows["placement_la"].notna()]
    return tally(rows, ["la_code", "placement_la"], {"children": every(rows)})


def origins(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count children by hexagon of origin."""
    rows = on_day(frames, "as_at", asked)
    rows = rows[rows["origin_hex6"].notna() & rows["la_code"].isin(asked["la_codes"])]
    found = tally(rows, ["la_code", "origin_hex6", "origin_hex5"], {"children": every(rows)})
    return found.rename(columns={"origin_hex6": "hex6", "origin_hex5": "hex5"})


def completeness(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count whose record holds what the maps need."""
    rows = on_day(frames, "as_at", asked)
    home, urn = rows["placement"] == "home", rows["home_urn"].notna()
    known = {"placed": rows["placement_la"].notna(), "distance": rows["distance_miles"].notna()}
    parts = _with_rest(rows, known) | {"urn": home & urn, "not_urn": home & ~urn, "residential": home}
    return tally(rows, ["la_code"], parts)


def fitness(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count whose record is fit for each of five uses."""
    rows = on_day(frames, "as_at", asked)
    homes = frames["home_at"].loc[true(frames["home_at"]["is_childrens_home"]), "urn"]
    fit = (
        rows["place_code"].notna(),
        rows["placement_sector"].notna() | rows["home_urn"].isin(homes),
        rows["distance_miles"].notna(),
        true(rows["weekly_cost_gbp"] > 0),
        rows[list(NEEDS)].notna().any(axis=1),
    )
    whole = every(rows)
    applies = (whole, whole, ~(true(rows["uasc"]) & rows["origin_sector"].isna()),
               ~rows["placement"].isin(NOT_BOUGHT), whole)  # fmt: skip
    told = [
        tally(rows, ["la_code"], {"fit": of & is_fit, "unfit": of & ~is_fit, "of": of, "left_out": ~of})
        .assign(level=level)
        for level, is_fit, of in zip(LEVELS, fit, applies, strict=True)
    ]  # fmt: skip
    return pd.concat(told)


def reconciliation(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count how many children of each source link to a 903 episode, and what disagrees."""
    rows = on_day(frames, "reconciliation", asked)
    known = true(rows["in_source"])
    parts: dict[str, pd.Series[bool]] = {"known": known}
    for part, how in (
        ("exact", "exact"),
        ("window", "window"),
        ("child_only", "child_only"),
        ("unknown", "none"),
    ):
        parts[part] = true(rows["how"] == how)
    parts |= {"not_open": known & ~true(rows["in_returns"]), "only_returns": ~known}
    for part in ("start_differs", "family_differs", "sector_differs", "la_differs"):
        parts[part] = true(rows[part])
    return tally(rows, ["la_code", "source"], parts)


def stock_by_la(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count the children of a date, of a year before, and whose placement is bought by returns or census."""
    now = on_day(frames, "as_at", asked)
    year_before = {"date": pd.Timestamp(asked["date"]) - pd.DateOffset(years=1)}
    before = on_day(frames, "as_at", year_before)
    provider, placement = now["provider"], now["placement"]
    is_not_bought = (provider.notna() & ~provider.isin(BOUGHT_OF)) | placement.isin(NOT_BOUGHT)
    is_bought = provider.isin(BOUGHT_OF) & placement.notna() & ~is_not_bought
    census = on_day(frames, "reconciliation", asked)
    census = census[(census["source"] == "placements_census") & true(census["in_source"])]
    key = ["la_code", "record_key"]
    others = now.loc[is_not_bought, key].assign(is_other=True)
    census = census[key].merge(others, on=key, how="left")
    census = census[census["is_other"].isna()]
    parts = (
        tally(now, ["la_code"], {"children": every(now), "bought": is_bought}),
        tally(before, ["la_code"], {"before": every(before)}),
        tally(census, ["la_code"], {"bought_in_census": every(census)}),
    )
    whole = pd.concat([part.set_index("la_code") for part in parts], axis=1)
    keys = {name: "0" if name.endswith("_keys") else 0 for name in whole}
    return whole.fillna(keys).rename_axis("la_code").reset_index()


def findings(frames: Frames, asked: Values) -> pd.DataFrame:
    """Count the children of whom two sources do not agree, by check, source and LA."""
    by = ["code", "source", "la_code"]
    each_once = on_day(frames, "finding", asked)[[*by, "record_key"]].drop_duplicates()
    return tally(each_once, by, {"children": every(each_once)})


ANSWERS = (
    children_by_area, completeness, findings, fitness, flows, origins, reconciliation, stock_by_la,
)  # fmt: skip
