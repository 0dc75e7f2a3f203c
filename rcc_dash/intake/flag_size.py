"""Is the file much larger or smaller than the one before it, or than the one that it replaces (X05)?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.accounts import SOURCES, Account
from rcc_dash.domain.codes import SHORT_BREAK_STATUSES
from rcc_dash.domain.places import la_name
from rcc_dash.domain.problems import Severity
from rcc_dash.domain.words import and_list
from rcc_dash.intake.flag_known import replaced
from rcc_dash.intake.loads import Claim, claims, is_replaced_whole, kept_rows
from rcc_dash.intake.report import Flag
from rcc_dash.intake.subject import Subject, by_la_and_year

_MOST: Final = 0.25
"""A quarter more or fewer than the period before (design/sources.md 7.4, X05)."""
_FEWEST: Final = 20
"""Small authorities move by a quarter by chance."""
_NEAR_DAYS: Final = 100
"""A quarter: what lies further back may well have changed by so much."""
_GROWS: Final = frozenset({"placement_costs", "home_costs"})
"""Extracts of the year so far, which begin anew each April: their rows say nothing about a change."""
_FIX: Final = "See whether the file is whole."
_NAMED: Final = 3
_RETURN_YEAR: Final = 4
"""Digits of a period that is a return year; others are days."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Whose number it is, and how many there are now and were before."""

    whose: str
    now: int
    before: int

    @property
    def is_odd(self) -> bool:
        return self.before >= _FEWEST and abs(self.now - self.before) > _MOST * self.before

    @property
    def words(self) -> str:
        way = "more" if self.now > self.before else "fewer"
        share = f"{abs(self.now - self.before) / self.before:.0%} {way}"
        return f"{self.whose}: {share} ({self.now:,} for {self.before:,})"


def size_flags(subject: Subject) -> Iterator[Flag]:
    """Say when children or rows differ by over a quarter from the period before, or from what is replaced."""
    if "episode" in subject.tables:
        yield from _told("Children looked after on 31 March, against the year before", _children(subject))
    yield from _told("Rows, against the file before it", _rows(subject))
    yield from _replaced(subject)


def _children(subject: Subject) -> Iterator[_Change]:
    warehouse = subject.loaded.warehouse
    if warehouse is None:
        return
    found = warehouse.ask("children_by_la_and_date", {})
    days = [day.date() for day in pd.to_datetime(found["as_of"])]
    known = dict(zip(zip(found["la_code"], days, strict=True), found["children"].astype(int), strict=True))
    for la_code, year, rows in by_la_and_year(subject.tables["episode"]):
        before = known.get((la_code, date(year - 1, 3, 31)), 0)
        yield _Change(f"{la_name(la_code)} {year}", _open_children(rows, year), before)


def _open_children(rows: pd.DataFrame, year: int) -> int:
    closes = pd.Timestamp(year, 3, 31)
    ended = pd.to_datetime(rows["ended_on"])
    is_open = (ended.isna() | (ended > closes)) & (pd.to_datetime(rows["started_on"]) <= closes)
    return int(rows.loc[is_open & ~rows["legal_status"].isin(SHORT_BREAK_STATUSES), "child_key"].nunique())


def _rows(subject: Subject) -> Iterator[_Change]:
    """Compare files of days (a month's census) by their rows."""
    for one in subject.accounts:
        if one.la_code and len(one.period) != _RETURN_YEAR and one.source not in _GROWS:
            yield _Change(la_name(one.la_code), kept_rows(one), _before(one, subject))


def _before(one: Account, subject: Subject) -> int:
    """Count the rows of the latest file of its kind not over a quarter before it; none if there is none."""
    day = date.fromisoformat(one.period)
    earlier = [
        (account.period, kept_rows(account))
        for standing in subject.loaded.loads
        for account in standing.accounts
        if (account.source, account.la_code) == (one.source, one.la_code)
        and 0 < (day - date.fromisoformat(account.period)).days <= _NEAR_DAYS
    ]
    return max(earlier, default=("", 0))[1]


def _replaced(subject: Subject) -> Iterator[Flag]:
    """Half of a return in place of the whole one looks right in itself."""
    for one in replaced(subject):
        both = claims(one.accounts) & claims(subject.accounts)
        own, told = _kept(subject.accounts, both), _kept(one.accounts, both)
        beside = f"Rows, against load {one.load.number} ({one.load.arrival.file_name}) that it would replace"
        yield from _told(beside, (_Change(_thing(*key), own.get(key, 0), rows) for key, rows in told.items()))


def _kept(accounts: Iterable[Account], both: frozenset[Claim]) -> dict[tuple[str, str | None], int]:
    """Count, by source and LA, the rows of what both files speak of."""
    kept: dict[tuple[str, str | None], int] = {}
    for one in accounts:
        if is_replaced_whole(one.source) and (one.source, one.la_code, one.period) in both:
            key = (one.source, one.la_code)
            kept[key] = kept.get(key, 0) + kept_rows(one)
    return kept


def _thing(source: str, la_code: str | None) -> str:
    return ", ".join(filter(None, (SOURCES[source], la_name(la_code) if la_code else "")))


def _told(about: str, changes: Iterable[_Change]) -> Iterator[Flag]:
    odd = [one.words for one in changes if one.is_odd]
    if odd:
        more = [f"{len(odd) - _NAMED} more"] if len(odd) > _NAMED else []
        yield Flag("X05", Severity.WARNING, f"{about}: {and_list([*odd[:_NAMED], *more])}.", _FIX)
