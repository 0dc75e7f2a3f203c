"""Write the other SSDA903 files: children missing, their health and offending (OC2), and orders (DoLO)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.episodes import in_return
from rcc_dash.demo.gaps import TOLD_NO_ORDER, WITHOUT_HEALTH, WITHOUT_MISSING, WITHOUT_ORDERS, words
from rcc_dash.demo.kinds import NEVER, YEARS, dates_text, day
from rcc_dash.demo.missing import missing
from rcc_dash.demo.region import Region
from rcc_dash.domain.places import la_name
from rcc_dash.ingest.layouts import ssda903_dolo, ssda903_oc2

_YEARS: Final = YEARS[-2:]
_WHOLE_YEAR: Final = 365
_SCORED_AGES: Final = (4, 16)
_OLD_ENOUGH_TO_OFFEND: Final = 10
_NO_SCORE: Final = 0.22
_REASONS: Final = ("SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5")
_USUAL_SCORE, _PER_BURDEN, _SCORE_SPREAD = 13.8, 2.6, 6.0
"""Mean score of all children about 14, and two in five at 17 or over, as DfE publishes."""


def write_more_returns(made: Region, folder: Path) -> Iterator[Path]:
    """Write the files under `folder` and give the paths; a few LAs do not send some of them.

    Those of the last year are one per LA, those of the year before one for the region: of times missing, with
    every LA, as an LA without a row in it says that nobody was. Orders are of
    the last year: real returns have them from 2026/27, and the demonstration shows what they are for.
    """
    for year in _YEARS:
        rng = np.random.default_rng([made.seed, 14, year])
        shown = in_return(made.episodes, year)
        children = shown.drop_duplicates("person", keep="last")
        tables = {
            "missing": (missing(shown, year, rng), WITHOUT_MISSING if year == YEARS[-1] else frozenset()),
            "oc2": (_health(children, year, rng), WITHOUT_HEALTH),
        }
        if year == YEARS[-1]:
            tables["dolo"] = (_orders(made.stays, children, year), WITHOUT_ORDERS | TOLD_NO_ORDER)
            yield from _told_no_order(folder, year)
        for name, (table, without) in tables.items():
            yield from _written(table[~table["area"].isin(without)], folder, name, year)


def _written(table: pd.DataFrame, folder: Path, name: str, year: int) -> Iterator[Path]:
    if year < YEARS[-1]:
        said = table.assign(LA=table["area"].map(la_name), YEAR=year).drop(columns="area")
        yield _saved(said, folder / "region" / str(year), f"synthetic_region_{year}_{name}.csv")
        return
    for area, own in table.groupby("area", sort=False):
        yield _of_one(own.drop(columns="area"), folder, str(area), name, year)


def _told_no_order(folder: Path, year: int) -> Iterator[Path]:
    """Write headings alone for the LAs that tell of no order."""
    nobody = pd.DataFrame(columns=list(ssda903_dolo.HEADERS))
    for area in sorted(TOLD_NO_ORDER):
        yield _of_one(nobody, folder, area, "dolo", year)


def _of_one(table: pd.DataFrame, folder: Path, area: str, name: str, year: int) -> Path:
    whose = words(area)
    return _saved(table, folder / whose / str(year), f"synthetic_{whose}_{year}_{name}.csv")


def _saved(table: pd.DataFrame, folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    table.to_csv(folder / name, index=False, lineterminator="\r\n")
    return folder / name


def _health(children: pd.DataFrame, year: int, rng: np.random.Generator) -> pd.DataFrame:
    """Give one row per child looked after for a year or more on 31 March."""
    still = (children["ended"] == NEVER) & (children["came"] <= day(year) - _WHOLE_YEAR)
    own = children[still]
    n, burden = len(own), own["burden"].to_numpy()
    age = ((day(year) - own["born"]) // 365.25).to_numpy()
    score = np.clip(np.round(rng.normal(_USUAL_SCORE + _PER_BURDEN * burden, _SCORE_SPREAD)), 0, 40).astype(
        int
    )
    unscored = (age < _SCORED_AGES[0]) | (age > _SCORED_AGES[1])
    reason = ~unscored & (rng.random(n) < _NO_SCORE)
    convicted = (age >= _OLD_ENOUGH_TO_OFFEND) & (rng.random(n) < 0.018 * np.exp(0.5 * burden))
    misuse = (age > _OLD_ENOUGH_TO_OFFEND) & (rng.random(n) < 0.028 * np.exp(0.5 * burden))
    helped = rng.random(n) < 0.5  # noqa: PLR2004 as many are helped as refuse
    columns = dict.fromkeys(ssda903_oc2.HEADERS, "") | {
        "CHILD": own["child"],
        "DOB": dates_text(own["born"].to_numpy()),
        "SDQ_SCORE": np.where(unscored | reason, "", score.astype(str)),
        "SDQ_REASON": np.where(reason, rng.choice(_REASONS, n), ""),
        "CONVICTED": convicted.astype(int),
        "SUBSTANCE_MISUSE": misuse.astype(int),
        "INTERVENTION_RECEIVED": np.where(misuse, helped.astype(int).astype(str), ""),
        "INTERVENTION_OFFERED": np.where(misuse & ~helped, "1", ""),
    }
    return pd.DataFrame({"area": own["area"], **columns})


def _orders(stays: pd.DataFrame, children: pd.DataFrame, year: int) -> pd.DataFrame:
    """Give every order that was in force at some time of the year."""
    within = (stays["order_from"] <= day(year)) & (stays["order_until"] > day(year - 1))
    own = stays[within][["person", "order_from", "order_until"]].merge(
        children[["person", "area", "child", "born"]], on="person", validate="m:1"
    )
    columns = (
        own["child"],
        dates_text(own["born"].to_numpy()),
        dates_text(own["order_from"].to_numpy()),
        dates_text(own["order_until"].to_numpy()),
    )
    told = dict(zip(ssda903_dolo.HEADERS, columns, strict=True))
    return pd.DataFrame({"area": own["area"], **told})
