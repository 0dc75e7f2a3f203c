"""Which children are there on a date, and what is known of each? As one would ask in pandas."""

import numpy as np
import pandas as pd

from bench.pandas_tally import Frames, Values, on_day, true
from rcc_dash.store.statements import statement

RARE, FAR = ([name for name, _ in statement(asked).columns] for asked in ("rare_needs", "voids_far"))


def distance_children(frames: Frames, asked: Values) -> pd.DataFrame:
    """List the children of a date with their distance."""
    rows = on_day(frames, "as_at", asked)
    outside = rows["outside_la"]
    told = rows.assign(outside=true(outside), inside=true(outside == False), uasc=true(rows["uasc"]))  # noqa: E712 null is neither
    return told.rename(columns={"provider": "sector"})


def distance_needs(frames: Frames, asked: Values) -> pd.DataFrame:
    """List the children of a date with their needs, time in care, and reason for a distance."""
    rows = on_day(frames, "as_at", asked)
    return pd.DataFrame({
        "record_key": rows["record_key"],
        "care_days": _days(rows["as_of"] - rows["care_started_on"]),
        "dols": _yes_or_no(rows["dols"]),
        "solo": _yes_or_no(rows["solo"]),
        "reason": rows["distance_reason"],
        "reason_label": rows["distance_reason_label"],
    })  # fmt: skip


def _yes_or_no(cells: pd.Series) -> np.ndarray:
    return np.select([true(cells), cells.notna()], ["yes", "no"], "unknown")


def _days(spans: pd.Series) -> pd.Series:
    return spans.dt.days.astype("float64")


def rare_needs(frames: Frames, asked: Values) -> pd.DataFrame:
    """List the children of some LAs with what decides whether a need is rare."""
    rows = _of_las(frames, asked)
    return rows.assign(inside=true(rows["outside_la"] == False))[RARE]  # noqa: E712 null is neither


def _of_las(frames: Frames, asked: Values) -> pd.DataFrame:
    rows = on_day(frames, "as_at", asked)
    return rows[rows["la_code"].isin(asked["la_codes"])]


def voids_children(frames: Frames, asked: Values) -> pd.DataFrame:
    """List the children of a date who are known to live in a children's home."""
    homes = frames["home_at"].loc[true(frames["home_at"]["is_childrens_home"]), "urn"]
    rows = on_day(frames, "as_at", asked)
    rows = rows.loc[rows["home_urn"].isin(homes), ["la_code", "record_key", "home_urn", "weekly_cost_gbp"]]
    return rows.rename(columns={"home_urn": "urn"})


def voids_far(frames: Frames, asked: Values) -> pd.DataFrame:
    """List the children of some LAs who live further away than so many miles."""
    rows = _of_las(frames, asked)
    rows = rows[rows["distance_miles"] > asked["miles"]]
    told = rows.assign(dols=_yes_or_no(rows["dols"]), solo=_yes_or_no(rows["solo"]))
    return told.rename(columns={"provider": "sector", "distance_reason": "reason"})[FAR]


def voids_stays(frames: Frames, asked: Values) -> pd.DataFrame:
    """List the children of a date with the days of their stay."""
    rows = on_day(frames, "as_at", asked)
    return rows[["record_key", "la_code"]].assign(days=_days(rows["as_of"] - rows["placed_on"]))


ANSWERS = (distance_children, distance_needs, rare_needs, voids_children, voids_far, voids_stays)
