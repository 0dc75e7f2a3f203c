"""Who is in which cell of a release? Each child of the rows that it was made of, told anew from those rows.

The law of rounding and every count are reckoned in `bench.oracle`; here a child only gets its attributes. Two
of them are taken over from the app, since they are choices and no counts: who belongs to a cohort
(`data/reference/cohort_rules.csv`), and who is likely far where postcode sectors leave it open.
"""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from rcc_dash.domain.cohorts import NEEDS_PAGE, Thresholds, cohorts, members
from rcc_dash.domain.places import OUTSIDE_ENGLAND, cooperatives, local_authorities
from rcc_dash.domain.splits import LEGAL_GROUPS
from rcc_dash.models.far_chance import counted_as, far_chance

_EDGES = {
    "band": ([5, 10, 20.05, 50.05], ["0to5", "5to10", "10to20", "20to50", "over50"]),
    "cost": ([1_000, 3_000, 6_000, 10_000], ["under1k", "1kto3k", "3kto6k", "6kto10k", "10kplus"]),
    "care": ([183, 365, 730, 1826], ["under6m", "6to12m", "1to2y", "2to5y", "over5y"]),
}
"""Where each band begins; miles have one decimal, and bands over 20 and 50 begin beyond them."""
_SPREADS = """
    SELECT c.*, s.spread_miles AS from_spread, t.spread_miles AS to_spread
    FROM released.released AS c
    LEFT JOIN build.sector AS s ON s.postcode_sector = c.origin_sector
    LEFT JOIN build.sector AS t ON t.postcode_sector = c.placement_sector
    ORDER BY c.as_of, c.la_code, c.record_key
"""
_HOMES = "SELECT DISTINCT urn FROM build.home_at WHERE is_childrens_home"


def children(state: Path, build: Path) -> pd.DataFrame:
    """Read the children that a release was made of, with everything that its cells are by."""
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{state}' AS released (READ_ONLY)")
        connection.execute(f"ATTACH '{build}' AS build (READ_ONLY)")
        rows = connection.execute(_SPREADS).df()
        homes = set(connection.execute(_HOMES).df()["urn"])
    days = [_of_day(part.reset_index(drop=True), homes) for _, part in rows.groupby("as_of")]
    return pd.concat(days, ignore_index=True)


def _of_day(rows: pd.DataFrame, homes: set[str]) -> pd.DataFrame:
    keys = rows["record_key"].to_numpy(np.uint64)
    day: date = rows["as_of"].iloc[0].date()
    in_care = (rows["as_of"] - pd.to_datetime(rows["care_started_on"])).dt.days
    found = rows.assign(
        day=day,
        high=(keys >> np.uint64(32)).astype(np.int64),
        low=(keys & np.uint64(2**32 - 1)).astype(np.int64),
        sector=rows["provider"],
        legal=rows["legal_status"].map(LEGAL_GROUPS).fillna("unknown"),
        band=_banded(rows["distance_miles"], "band"),
        cost=_banded(rows["weekly_cost_gbp"], "cost"),
        care=_banded(in_care, "care"),
        **{code: rows[code].map({True: "yes", False: "no"}).fillna("unknown") for code in ("dols", "solo")},
    )
    return found.assign(**_away(rows), **_placed(rows, homes), **_needs(rows, day))


def _banded(amounts: pd.Series, name: str) -> pd.Series:
    edges, codes = _EDGES[name]
    known = amounts.astype(float)
    at = np.searchsorted(edges, known.fillna(0), side="right")
    return pd.Series(np.array(codes, dtype=object)[at], amounts.index).where(known.notna(), "unknown")


def _yes(values: pd.Series) -> np.ndarray:
    return values.fillna(value=False).astype(bool).to_numpy()


def _away(rows: pd.DataFrame) -> dict[str, np.ndarray]:
    miles = rows["distance_miles"].astype(float)
    far, outside = (miles > 20).to_numpy(), _yes(rows["outside_la"])  # noqa: PLR2004 DfE's far
    by_sector = rows["distance_basis"].eq("sector")
    is_open = (miles.between(18, 22) & by_sector).to_numpy()
    spreads = [rows[end].where(by_sector, 0.0).fillna(0.0) for end in ("from_spread", "to_spread")]
    own, there = (rows[name].map(_member_of()) for name in ("la_code", "placement_la"))
    found = {"far": far, "far_sure": far & ~is_open, "far_maybe": far | is_open,
             "far_likely": np.asarray(counted_as(far_chance(miles, *spreads, 20.0)))}  # fmt: skip
    both = {name.replace("far", "far_outside"): is_so & outside for name, is_so in found.items()}
    inside = _yes(rows["outside_la"].eq(other=False)) & rows["outside_la"].notna().to_numpy()
    return {
        **found, **both, "outside": outside, "inside": inside, "far_inside": far & inside,
        "out_region": (rows["placement_la"].notna() & (own.fillna("") != there.fillna(""))).to_numpy(),
        "out_england": rows["placement_la"].isin(list(OUTSIDE_ENGLAND)).to_numpy(),
    }  # fmt: skip


def _member_of() -> dict[str, str]:
    return {la: code for code, one in cooperatives().items() for la in one.la_codes}


def _placed(rows: pd.DataFrame, homes: set[str]) -> dict[str, object]:
    alone = _yes(rows["uasc"]) & rows["origin_sector"].isna() & rows["distance_miles"].isna()
    cases = [
        rows["placement"].eq("adoption"),
        rows["placement"].eq("parents"),
        alone,
        rows["distance_miles"].notna(),
    ]
    region = rows["placement_la"].map({la: one.region_name for la, one in local_authorities().items()})
    needs = ["dols", "solo", "exploitation_risk", "self_harm_risk", "risk_to_others", "sdq_score"]
    return {
        "standing": np.select(cases, ["adoption", "parents", "no_origin", "known"], default="unknown"),
        "reason": rows["distance_reason"],
        "reason_label": rows["distance_reason_label"].fillna("Not stated"),
        "region": region.fillna("Rest of the UK"),
        "fit_load": rows["place_code"].notna(),
        "fit_map": rows["placement_sector"].notna() | rows["home_urn"].isin(homes),
        "fit_distance": rows["distance_miles"].notna(),
        "fit_cost": rows["weekly_cost_gbp"].astype(float).fillna(0) > 0,
        "fit_need": rows[needs].notna().any(axis=1),
        "no_distance": _yes(rows["uasc"]) & rows["origin_sector"].isna(),
    }


def _needs(rows: pd.DataFrame, day: date) -> dict[str, object]:
    told = {code: members(cohort, rows, Thresholds()) for code, cohort in cohorts().items()}
    any_of = [told[code].yes for code, one in cohorts().items() if NEEDS_PAGE in one.pages]
    beyond = (
        rows["placement_la"].map(_member_of()).fillna("") != rows["la_code"].map(_member_of())
    ).to_numpy()
    known, inside = (
        rows["placement_la"].notna().to_numpy(),
        rows["outside_la"].eq(other=False).fillna(value=False),
    )
    return {
        "is_beyond": beyond & known,
        "lives": np.select([~known, beyond, inside], ["not_known", "beyond", "own"], default="region"),
        "began": pd.to_datetime(rows["placed_on"]) > pd.Timestamp(day - timedelta(days=365)),
        "in_any": np.logical_or.reduce(any_of),
        **{f"in_{code}": one.yes for code, one in told.items()},
        **{f"known_{code}": one.known for code, one in told.items()},
    }
