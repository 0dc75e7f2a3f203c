"""In which state is each place of each home, and who is known to live there? Never leaves this room."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.voids import (
    MAIN,
    NOT_STATED,
    REASONS,
    SHORT_BREAKS,
    SUSPENDED,
    age_of,
    kind_of,
    run_by_of,
    size_of,
    still_empty,
)
from rcc_dash.models.ladder import Returned, ladder
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.homes import home_sectors
from rcc_dash.queries.reader import Reader

SOURCES: Final = ("vacancy returns", "Ofsted list of providers and places", "SSDA903 returns")

_CHILD: Final = {"la_code": "str", "record_key": "uint64", "urn": "str", "weekly_cost_gbp": "float64"}


@dataclass(frozen=True, slots=True)
class Moment:
    """The day looked at, and what answers for it: a list, children's returns if any, and recent returns."""

    day: date
    listed: date
    children: date | None
    days: int
    """How many days old a vacancy return may be."""


def moment(reader: Reader, calendar: Calendar, chosen: date | None, days: int) -> Moment | None:
    """Say what answers for a day; without a choice that is the latest of which anything is loaded.

    None where no list of homes is loaded for the day or before.
    """
    returned = [stamp.date() for stamp in reader.ask("voids_dates")["as_of"]]
    known = [*calendar.dates, *returned]
    day = chosen or (max(known) if known else None)
    listed = calendar.homes_on(day) if day else None
    return Moment(day, listed, calendar.children_on(day), days) if day and listed else None


@lru_cache(maxsize=32)
def void_homes(reader: Reader, when: Moment) -> pd.DataFrame:
    """Give every children's home with its ladder, never changed by a caller.

    Columns: those of `voids_homes.sql`; kind, size, age, run_by (codes of `domain.voids`); places (whole;
    homes without a number are left out); is_told; still (how likely a place is still as returned; 0
    without a return); children (known there); and the ladder: held (occupied), the codes of `REASONS`,
    blocked, void, unknown. The ladder adds up to places.
    """
    rows = reader.ask(
        "voids_homes", date=when.listed.isoformat(), day=when.day.isoformat(), days=when.days
    ).dropna(subset=["places"])
    living = void_children(reader, when)["urn"].value_counts()
    known = rows["urn"].map(living).fillna(0).to_numpy().astype(np.int64)
    places, told = rows["places"].to_numpy().astype(np.int64), rows["returned_on"].notna().to_numpy()
    found = ladder(places, known, _returned(rows, told))
    states = {reason: found.blocked[:, at] for at, reason in enumerate(REASONS)}
    return rows.assign(
        places=places,
        is_told=told,
        still=np.nan_to_num(still_empty((pd.Timestamp(when.day) - rows["returned_on"]).dt.days)),
        children=known,
        held=found.occupied,
        **states,
        blocked=found.blocked.sum(axis=1),
        void=found.void,
        unknown=found.unknown,
        kind=kind_of(rows),
        size=size_of(places),
        age=age_of(rows["registered_days"]),
        sector=rows["sector"].fillna(NOT_STATED),
        run_by=run_by_of(rows["sector"]),
        judgement=rows["judgement"].fillna(NOT_STATED),
    )


@lru_cache(maxsize=32)
def void_children(reader: Reader, when: Moment) -> pd.DataFrame:
    """Give the children known to live in children's homes: la_code (responsible), record_key, urn, cost."""
    if when.children is None:
        return pd.DataFrame(columns=[*_CHILD]).astype(_CHILD)
    return reader.ask("voids_children", date=when.children.isoformat())


def within(homes: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Keep the homes in the areas and of the sectors that the filter means."""
    sectors = home_sectors(filters)
    keep = homes["la_code"].isin(filters.la_codes)
    return homes[keep & homes["sector"].isin(sectors)] if sectors else homes[keep]


def of_main_kind(homes: pd.DataFrame) -> pd.DataFrame:
    """Keep the homes that totals are of."""
    return homes[homes["kind"].eq(MAIN)]


def open_to_children(homes: pd.DataFrame) -> pd.DataFrame:
    """Keep the homes that a child could be sent to: active, not inadequate, no short breaks, place known."""
    shut = homes["kind"].isin([SHORT_BREAKS, SUSPENDED]) | homes["judgement"].eq("inadequate")
    return homes[~shut & homes["east"].notna()]


def _returned(rows: pd.DataFrame, told: np.ndarray) -> Returned:
    def whole(column: str, blank: int) -> np.ndarray:
        return rows[column].fillna(blank).to_numpy().astype(np.int64)

    blocked = np.column_stack([whole(reason, 0) for reason in REASONS])
    return Returned(told, whole("occupied", 0), whole("available", -1), blocked)
