"""Is it last year's file under this year's name, by the dates inside or the children in it (E08, F08)?"""

from collections.abc import Iterator
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.places import la_name
from rcc_dash.domain.problems import Severity
from rcc_dash.domain.words import long_date
from rcc_dash.intake.report import Flag
from rcc_dash.intake.subject import Subject, by_la_and_year
from rcc_dash.store.warehouse import Warehouse

_EVENTS: Final = ("started_on", "ended_on", "registered_on", "inspected_on")
_FEWEST: Final = 20
"""Fewer rows may well have seen no change for so long."""
_QUIET_DAYS: Final = 90
"""A list of a given day on which nothing happened in the quarter before is most likely an older one."""
_MOST_AFTER: Final = 0.1
"""Share of rows that begin after the year's end; one or two are slips, more are another year."""
_LOOK: Final = "See whether the file is of another year or date."


def period_flags(subject: Subject) -> Iterator[Flag]:
    """Say when the dates in a file do not fit the year or day that it is loaded as."""
    for frame in subject.tables.values():
        if "started_on" in frame and "year" in frame and "as_of" not in frame:
            yield from _years(frame)
        elif "as_of" in frame:
            yield from _days(frame)
    if "child" in subject.tables:
        yield from _same_children(subject)


def _years(frame: pd.DataFrame) -> Iterator[Flag]:
    for year in map(int, frame["year"].unique()):
        rows = frame[frame["year"] == year]
        opens, closes = pd.Timestamp(year - 1, 4, 1), pd.Timestamp(year, 3, 31)
        newest, end = _newest(rows), long_date(date(year, 3, 31))
        if len(rows) < _FEWEST or newest is None:
            continue
        if newest < opens:
            what = f"Nothing in it happened in the year to {end}: its newest date is {_day(newest)}."
            yield Flag("E08", Severity.WARNING, what, _LOOK)
        after = (pd.to_datetime(rows["started_on"]) > closes).mean()
        if after > _MOST_AFTER:
            what = (
                f"{after:.0%} of its rows begin after {long_date(closes.date())}, the last day of the return."
            )
            yield Flag("E08", Severity.WARNING, what, _LOOK)


def _days(frame: pd.DataFrame) -> Iterator[Flag]:
    days = pd.to_datetime(frame["as_of"])
    for day in days.unique():
        rows = frame[days == day]
        newest = _newest(rows)
        if len(rows) >= _FEWEST and newest is not None and (day - newest).days > _QUIET_DAYS:
            what = f"It is loaded as of {_day(day)}, but its newest date is {_day(newest)}."
            yield Flag("E08", Severity.WARNING, what, _LOOK)


def _same_children(subject: Subject) -> Iterator[Flag]:
    """A header return has no dates of care, but two years never have exactly the same children."""
    warehouse = subject.loaded.warehouse
    if warehouse is None:
        return
    for la_code, year, rows in by_la_and_year(subject.tables["child"]):
        if len(rows) >= _FEWEST and (other := _returned_for(warehouse, la_code, rows)) not in (None, year):
            what = f"The children in it are exactly those that {la_name(la_code)} returned for {other}."
            yield Flag("F08", Severity.WARNING, what, _LOOK)


def _returned_for(warehouse: Warehouse, la_code: str, rows: pd.DataFrame) -> int | None:
    """Give the latest year for which the LA returned exactly these children; None where it never did."""
    returned = warehouse.ask("children_returned", {"la_code": la_code})
    same = returned["keys_sum"] == str(sum(rows["record_key"].drop_duplicates().tolist()))
    return max(returned.loc[same, "year"].astype(int), default=None)


def _newest(rows: pd.DataFrame) -> pd.Timestamp | None:
    days = [pd.to_datetime(rows[name]).max() for name in _EVENTS if name in rows]
    return max((day for day in days if pd.notna(day)), default=None)


def _day(moment: pd.Timestamp) -> str:
    return long_date(date(moment.year, moment.month, moment.day))
