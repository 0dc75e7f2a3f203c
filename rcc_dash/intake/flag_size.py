"""Is the file much larger or smaller than the one before it (X05)?"""

from collections.abc import Iterator
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.codes import SHORT_BREAK_STATUSES
from rcc_dash.domain.places import la_name
from rcc_dash.domain.problems import Severity
from rcc_dash.intake.loads import kept_rows, named
from rcc_dash.intake.subject import Flag, Subject, by_la_and_year

_MOST: Final = 0.25
"""A quarter more or fewer than the period before (design/sources.md 7.4, X05)."""
_FEWEST: Final = 20
"""Small authorities move by a quarter by chance."""
_FIX: Final = "See whether the file is whole. If it is right, load it all the same."
_RETURN_YEAR: Final = 4
"""Digits of a period that is a return year; others are days."""


def size_flags(subject: Subject) -> Iterator[Flag]:
    """Say when the children looked after, or the rows, differ by over a quarter from the period before."""
    if "episode" in subject.tables:
        yield from _children(subject)
    yield from _rows(subject)


def _children(subject: Subject) -> Iterator[Flag]:
    warehouse = subject.loaded.warehouse
    if warehouse is None:
        return
    found = warehouse.ask("children_by_la_and_date", {})
    days = [day.date() for day in pd.to_datetime(found["as_of"])]
    known = dict(zip(zip(found["la_code"], days, strict=True), found["children"].astype(int), strict=True))
    for la_code, year, rows in by_la_and_year(subject.tables["episode"]):
        before = known.get((la_code, date(year - 1, 3, 31)), 0)
        whose = f"{la_name(la_code)}: children looked after on 31 March {year}"
        yield from _change(_open_children(rows, year), before, whose)


def _open_children(rows: pd.DataFrame, year: int) -> int:
    closes = pd.Timestamp(year, 3, 31)
    ended = pd.to_datetime(rows["ended_on"])
    is_open = (ended.isna() | (ended > closes)) & (pd.to_datetime(rows["started_on"]) <= closes)
    return int(rows.loc[is_open & ~rows["legal_status"].isin(SHORT_BREAK_STATUSES), "child_key"].nunique())


def _rows(subject: Subject) -> Iterator[Flag]:
    """Compare files of days (a month's census, a quarter's costs) by their rows."""
    for one in subject.accounts:
        if not one.la_code or len(one.period) == _RETURN_YEAR:
            continue
        earlier = [
            (account.period, kept_rows(account))
            for standing in subject.loaded.loads
            for account in standing.accounts
            if (account.source, account.la_code) == (one.source, one.la_code) and account.period < one.period
        ]
        before = max(earlier, default=("", 0))[1]
        yield from _change(kept_rows(one), before, f"{named(one.source, one.la_code, one.period)}: rows")


def _change(now: int, before: int, whose: str) -> Iterator[Flag]:
    if before >= _FEWEST and abs(now - before) > _MOST * before:
        way = "more" if now > before else "fewer"
        what = f"{whose}: {abs(now - before) / before:.0%} {way} than in the period before."
        yield Flag("X05", Severity.WARNING, what, _FIX)
