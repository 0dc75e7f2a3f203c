"""Which places have stood empty for long, and which homes never had a child that we know of?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.released import BEDS
from rcc_dash.models.runs import standing
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_cells import BedsAsked, beds_kept
from rcc_dash.queries.voids_homes import Moment, of_main_kind, void_homes, within
from rcc_dash.queries.voids_known import homes_shown

LENGTHS: Final = {"4": "4 to 12 weeks", "13": "13 to 25 weeks", "26": "26 weeks or more"}
_EDGES: Final = (28, 91, 182)
_NEW: Final = 183
"""Days in which a home may still be filling: half a year."""
_YEAR: Final = 365
_DAYS_A_WEEK: Final = 7
_SERIES, _WEEKS = "series", "weeks"
_ALL, _TOLD = "all", "told"


@dataclass(frozen=True, slots=True, eq=False)
class LongVoids:
    """What returns one after another say; protected as returns are (`voids_known`)."""

    series: int
    """Homes with more than one return in the year."""
    covered_share: float
    """Share of all home-weeks of the year that returns cover, in %."""
    bed_weeks: int | None
    """Weeks of empty places that they tell of; None of too few homes."""
    lengths: Mapping[str, tuple[int | None, int | None]]
    """By code of `LENGTHS`: homes with such a void, and the places empty all through it; None of too few."""


def long_voids(reader: Reader, filters: Filters, when: Moment) -> LongVoids:
    """Say how long places of the chosen areas' homes have stood empty, by their returns of the last year."""
    asked = BedsAsked("stood", filters, when)
    cells = beds_kept(
        reader, asked, lambda: _by_cell(_stood(reader, asked), asked.cell, partial(_runs, reader.rule))
    )

    def told(group: str, column: str) -> int | None:
        return _sum(reader.rule, cells, group, column)

    return LongVoids(
        told(_SERIES, "told_homes") or 0,
        100 * (told(_SERIES, "days") or 0) / (_YEAR * max(told(_SERIES, "told_places") or 0, 1)),
        told(_WEEKS, "places"),
        {code: (told(code, "homes"), told(code, "places")) for code in LENGTHS},
    )


def _stood(reader: Reader, asked: BedsAsked) -> pd.DataFrame:
    """Give the chosen areas' homes with what their returns of the last year tell, one after another."""
    when = asked.when
    homes = of_main_kind(within(void_homes(reader, when), asked.filters))
    rows = reader.ask("voids_returns", day=when.day.isoformat())
    rows = rows.assign(at=rows["returned_on"].to_numpy("datetime64[D]").astype(np.int64))
    until = int(np.datetime64(when.day, "D").astype(np.int64))
    found = {
        str(urn): (len(own), standing(own["at"].to_numpy(), own["void"].to_numpy(np.int64), until, when.days))
        for urn, own in rows[rows["urn"].isin(homes["urn"])].groupby("urn")
    }
    told = [
        (urn, number, one.days_covered, one.empty_days, one.run_days, one.run_places)
        for urn, (number, one) in found.items()
    ]
    columns = ["urn", "returns", "covered", "empty_days", "run_days", "run_places"]
    return homes[["urn", "la_code", "sector", "is_told"]].merge(
        pd.DataFrame(told, columns=columns), on="urn", how="left"
    )


def _runs(rule: Rule, homes: pd.DataFrame) -> list[dict[str, object]]:
    """Tell of one cell: its series and what they cover, the weeks of empty places, and runs by length."""
    several = homes[homes["returns"] > 1]
    weeks = several.assign(places=(several["empty_days"] / _DAYS_A_WEEK).round())
    series = {
        "group": _SERIES,
        "told_homes": len(several),
        "told_places": len(homes),
        "days": int(homes["covered"].sum()),
    }
    return [series, {"group": _WEEKS, "places": homes_shown(rule, weeks)[1]}, *_by_length(rule, homes)]


def _by_length(rule: Rule, homes: pd.DataFrame) -> list[dict[str, object]]:
    is_long = homes["is_told"] & homes["run_days"].ge(_EDGES[0]) & homes["run_places"].gt(0)
    runs = homes[is_long].rename(columns={"run_places": "places"})
    codes = np.array([*LENGTHS])[np.searchsorted(_EDGES, runs["run_days"].to_numpy(), side="right") - 1]
    shown = {code: homes_shown(rule, runs[codes == code]) for code in LENGTHS}
    return [{"group": code, "homes": number, "places": places} for code, (number, places) in shown.items()]


def _by_cell(
    homes: pd.DataFrame, cell: Sequence[str], tell: Callable[[pd.DataFrame], list[dict[str, object]]]
) -> pd.DataFrame:
    """Tell of each cell of homes; what nothing is told of has no row."""
    parts = homes.groupby([*cell]) if cell else [((), homes)]
    rows = [{**dict(zip(cell, key, strict=True)), **row} for key, own in parts for row in tell(own)]
    found = pd.DataFrame(rows, columns=[*cell, "group", *BEDS]).convert_dtypes()
    return found[found[[*BEDS]].notna().any(axis=1)].reset_index(drop=True)


def _sum(rule: Rule, cells: pd.DataFrame, group: str, column: str) -> int | None:
    """Add up what is shown of a group; None of too few everywhere, which looks like none."""
    shown = cells.loc[cells["group"].eq(group), column].dropna()
    return int(shown.sum()) if len(shown) or rule.exact else None


@dataclass(frozen=True, slots=True)
class NeverFilled:
    """Homes of one LA (`ALL_AREAS`: all) in which no child was ever known; None of too few."""

    la_code: str
    homes: int | None
    places: int | None
    told: int | None
    """Of these, homes that returned that they have no child."""


def never_filled(reader: Reader, filters: Filters, when: Moment) -> tuple[NeverFilled, ...]:
    """Count the homes registered for half a year or more in which no child was ever known, all of them first.

    Without a return, children of LAs whose returns are not loaded may live there. LAs with most places
    first, those with none left out; in the protected view those with few are too, and none looks like few.
    """
    each = _never_cells(reader, replace(filters, las=filters.la_codes), when)
    whole = _never(reader.rule, ALL_AREAS, _never_cells(reader, filters, when))
    rows = [_never(reader.rule, str(code), own) for code, own in each.groupby("la_code")]
    rows = [row for row in rows if row.homes is not None]
    rows.sort(key=lambda row: (-(row.places or 0), -(row.homes or 0), row.la_code))
    return (whole, *rows) if rows or not reader.rule.exact else ()


def _never_cells(reader: Reader, filters: Filters, when: Moment) -> pd.DataFrame:
    asked = BedsAsked("never", filters, when)
    tell = partial(_never_told, reader.rule)
    return beds_kept(reader, asked, lambda: _by_cell(_unused(reader, asked), asked.cell, tell))


def _unused(reader: Reader, asked: BedsAsked) -> pd.DataFrame:
    homes = of_main_kind(within(void_homes(reader, asked.when), asked.filters))
    used = reader.ask("voids_ever_used", day=asked.when.day.isoformat())["urn"]
    return homes[~homes["urn"].isin(used) & (homes["registered_days"] >= _NEW)]


def _never_told(rule: Rule, homes: pd.DataFrame) -> list[dict[str, object]]:
    number, places = homes_shown(rule, homes)
    told, _ = homes_shown(rule, homes[homes["is_told"]])
    return [{"group": _ALL, "homes": number, "places": places}, {"group": _TOLD, "homes": told}]


def _never(rule: Rule, code: str, cells: pd.DataFrame) -> NeverFilled:
    homes, places = (_sum(rule, cells, _ALL, column) for column in ("homes", "places"))
    return NeverFilled(code, homes, places, _sum(rule, cells, _TOLD, "homes"))
