"""What does matching children and beds say of each child? Taken over from the app: the oracle only counts.

Which home suits whom, and who is given which bed, are choices of the app's models, which have tests of their
own; how many children a cell then has, and what it shows of them, is reckoned in `bench.oracle`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from bench.oracle_sets import Make, Sets, of_base
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.voids import MAIN
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.distance_classed import far_classed
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.distance_redeal import beds_dealt
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import moment, void_homes
from rcc_dash.queries.voids_match import Search, matched
from rcc_dash.store.connect import open_locked
from rcc_dash.store.warehouse import Warehouse

_CHILD: Final = ["la_code", "record_key"]
_DAYS: Final = 60
"""How old a vacancy return may be; who runs and owns a home is from the list, whatever this is."""
_FLAGS: Final = ("asked", "pooled", "in_own", "own", "alone")
Told = tuple[date, pd.DataFrame]
"""Of which date the children are, and what is said of those of whom anything is."""


def _of_nearer(reader: Reader, option: str, rcc: str, day: date) -> Told:
    _, near, listed = option.split("/")
    found = far_classed(reader, rcc, day, date.fromisoformat(listed), near)
    return day, found[[*_CHILD, "nearer", "together", "home_miles", "void_miles"]]


def _of_redeal(reader: Reader, option: str, rcc: str, day: date) -> Told:
    found = beds_dealt(reader, rcc, day, date.fromisoformat(option.split("/")[1]))
    told = [f"{what}_{beds}" for what in ("far", "miles") for beds in ("theirs", "all")]
    return day, found[[*_CHILD, *told]].assign(dealt=True)


def _of_mismatch(reader: Reader, option: str, rcc: str, day: date) -> Told:
    miles, whom, beds, *strict, days = option.split("/")
    when = moment(reader, calendar(reader), day, int(days))
    if when is None or when.children is None:
        message = f"cells of a match without children or homes: {option}"
        raise ValueError(message)
    found = matched(reader, Search(rcc, when, int(miles), whom, beds, bool(strict)))
    return when.children, found[[*_CHILD, *_FLAGS, "stop", "sector_there"]]


_ASKED: Final[Mapping[str, Callable[[Reader, str, str, date], Told]]] = {
    "nearer": _of_nearer,
    "redeal": _of_redeal,
    "mismatch": _of_mismatch,
}


class Matches:
    """What the app says of the children of a build."""

    def __init__(self, build: Path, pepper: str) -> None:
        """Open the build that a release was made of."""
        self._reader: Final = Reader(Warehouse(open_locked(build), None), Rule(pepper))

    def rows(
        self, everyone: pd.DataFrame, asked: tuple[str, str], rcc: str, day: date
    ) -> pd.DataFrame | None:
        """Give the children of a cooperative with what a question and its settings say of each.

        None where children of before stand for an LA: matches are then of others than the build has.
        """
        question, option = asked
        of_day, told = _ASKED[question](self._reader, option, rcc, day)
        loaded = of_filter(children_on(self._reader, of_day), Filters(rcc=rcc))
        rows = everyone[everyone["day"].eq(of_day) & everyone["la_code"].isin(Filters(rcc=rcc).la_codes)]
        if set(_keys(loaded)) != set(_keys(rows)):
            return None
        flags = [name for name in told if told[name].dtype == bool]
        merged = rows.merge(told, on=_CHILD, how="left", validate="one_to_one")
        return merged.assign(**{flag: merged[flag].eq(other=True) for flag in flags})

    def living(self, everyone: pd.DataFrame, rcc: str, day: date) -> pd.DataFrame:
        """Give the children of a cooperative who live in homes of Ofsted's list, with who runs and owns them.

        Columns beside a child's: run_by, owner (null: not known), is_main (a home that totals are of).
        """
        when = moment(self._reader, calendar(self._reader), day, _DAYS)
        homes = void_homes(self._reader, when) if when else pd.DataFrame()
        homes = homes.assign(is_main=homes["kind"].eq(MAIN))[["urn", "run_by", "owner_name", "is_main"]]
        rows = everyone[everyone["day"].eq(when and when.children)]
        rows = rows[rows["la_code"].isin(Filters(rcc=rcc).la_codes)]
        named = homes.rename(columns={"urn": "home_urn", "owner_name": "owner"})
        return rows.merge(named, on="home_urn", validate="many_to_one")


def _keys(rows: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(rows[_CHILD].astype({"record_key": "uint64"}))


def _nearer(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    far = of_base(rows, option.partition("/")[0])
    far = far[far["far"]]
    covered = far[far["nearer"].notna()]
    yield far, {"part": "far"}
    yield covered, {"part": "covered"}
    yield far[far["together"]], {"part": "together"}
    for code in ("none", "full", "void"):
        yield covered[covered["nearer"].eq(code)], {"part": code}
        yield covered[covered["nearer"].ne(code)], {"part": f"not_{code}"}


def _redeal(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    dealt = of_base(rows, option.partition("/")[0])
    dealt = dealt[dealt["dealt"]]
    yield dealt, {"part": "dealt"}
    for far in ("far", "far_theirs", "far_all"):
        yield dealt[dealt[far]], {"part": far}


def _mismatch(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    far = rows[rows["distance_miles"].astype(float) > int(option.partition("/")[0])]
    stopped = far[far["asked"] & ~far["pooled"]]
    yield far, {"part": "far"}
    for flag in _FLAGS:
        yield far[far[flag]], {"part": flag}
    yield stopped, {"part": "stopped"}
    yield stopped, {"part": stopped["stop"]}


MATCHED: Final[dict[str, Make]] = {"nearer": _nearer, "redeal": _redeal, "mismatch": _mismatch}
