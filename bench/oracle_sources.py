"""Which children do two sources know, and of which do they not agree? Read from a build, for the oracle."""

from datetime import date
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
import pandas as pd

from bench.oracle_law import LEAST, counted, tallied
from bench.oracle_sets import Make, Sets

_RECONCILED: Final = "SELECT * FROM reconciliation WHERE as_of = $day ORDER BY ALL"
_FOUND: Final = (
    "SELECT DISTINCT la_code, code, source, record_key FROM finding WHERE as_of = $day ORDER BY ALL"
)
_BOUGHT: Final = ("private", "voluntary", "public", "other_la")
_CENSUS_OFF, _STOCK_OFF = 0.10, 0.25
_DIFFERS: Final = ("start_differs", "family_differs", "sector_differs", "la_differs")


def _reconciled(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    """Give each child once for a source, in every part that the child is in."""
    rows = rows.drop_duplicates(["la_code", "source", "record_key"])
    yield rows[rows["in_source"]], {"part": "known"}
    yield rows[rows["in_source"] & ~rows["in_returns"]], {"part": "not_open"}
    yield rows[~rows["in_source"]], {"part": "only_returns"}
    for part, how in (("exact", "exact"), ("window", "window"), ("child_only", "child_only"),
                      ("unknown", "none")):  # fmt: skip
        yield rows[rows["how"].eq(how)], {"part": part}
    for part in _DIFFERS:
        yield rows[rows[part].eq(other=True)], {"part": part}


def _found(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    yield rows, {}


SOURCES: Final[dict[str, Make]] = {"reconciliation": _reconciled, "findings": _found}


def of_sources(build: Path, question: str, day: date) -> pd.DataFrame:
    """Give the rows that a question about sources counts, each with its child's key in two halves."""
    with duckdb.connect(str(build), read_only=True) as file:
        asked = {"reconciliation": _RECONCILED, "findings": _FOUND}[question]
        rows = file.execute(asked, {"day": day}).df()
    return halved(rows).assign(placement="", age="", sector="")


def halved(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the halves of each child's key."""
    keys = rows["record_key"].to_numpy(np.uint64)
    halves = {"high": keys >> np.uint64(32), "low": keys & np.uint64(2**32 - 1)}
    return rows.assign(**{name: half.astype(np.int64) for name, half in halves.items()})


def stocks_apart(everyone: pd.DataFrame, build: Path, day: date, pepper: str) -> pd.DataFrame:
    """Give LAs whose whole stock is far from another source's, or a year before's, by what is shown of both.

    `n` is the number of children in the smaller of the two, and `expected` the difference.
    """
    rows = of_sources(build, "reconciliation", day)
    census = rows[rows["source"].eq("placements_census") & rows["in_source"]]
    now, before = (everyone[everyone["day"].eq(one)] for one in (day, day.replace(year=day.year - 1)))
    is_bought = now["provider"].isin(_BOUGHT) & ~now["placement"].isin(["parents", "adoption"])
    others = pd.MultiIndex.from_frame(now.loc[~is_bought, ["la_code", "record_key"]])
    of_others = pd.MultiIndex.from_frame(census[["la_code", "record_key"]]).isin(others)
    return pd.concat([
        _apart(now[is_bought], census[~of_others], pepper, _CENSUS_OFF).assign(
            code="X01", source="placements_census"
        ),
        _apart(before, now, pepper, _STOCK_OFF).assign(code="X05", source="ssda903_episodes"),
    ])  # fmt: skip


def _apart(usual: pd.DataFrame, other: pd.DataFrame, pepper: str, share: float) -> pd.DataFrame:
    one, two = (counted(tallied(rows, ["la_code"]), ["la_code"], pepper) for rows in (usual, other))
    both = one.merge(two, on="la_code", suffixes=("", "_other")).dropna(subset=["expected", "expected_other"])
    apart = (both["expected"] - both["expected_other"]).abs()
    both = both.assign(n=both[["n", "n_other"]].min(axis=1), is_off=apart > both["expected"] * share)
    return both.assign(expected=apart)[both["is_off"] & apart.ge(LEAST)][["la_code", "n", "expected"]]
