"""Which dates and years does a banner, sheet name, file name or cell say?"""

import calendar
import re
from datetime import date
from itertools import starmap
from typing import Final

import pandas as pd

_MONTHS: Final = {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name}
_MONTH: Final = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_GAP: Final = r"[\s_.,-]*"
_DAY_MONTH_YEAR: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?{_GAP}{_MONTH}{_GAP}((?:20)?\d\d)(?!\d)"
)
_MONTH_YEAR: Final = re.compile(rf"(?<![a-z]){_MONTH}{_GAP}(20\d\d)(?!\d)")
_NUMBERS: Final = re.compile(r"(?<!\d)(\d{1,2})[/._-](\d{1,2})[/._-](20\d\d)(?!\d)")
_ISO: Final = re.compile(r"(?<!\d)(20\d\d)[-_.](\d{2})[-_.](\d{2})(?!\d)")
_RUN_TOGETHER: Final = re.compile(r"(?<!\d)(?:(\d\d)(\d\d)(20\d\d)|(20\d\d)(\d\d)(\d\d))(?!\d)")
_NOT_AS_AT: Final = re.compile(
    r"\b(?:from|since|before|after|by|published|updated|printed)(?:\s+on)?\s+(?=\d)[^;]{5,16}?20\d\d"
)
"""Dates that banners mention beside the one that they are of."""

_TWO_YEARS: Final = re.compile(r"(?<!\d)((?:20)?\d\d)(?:[-/_]|\s+to\s+)?((?:20)?\d\d)(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SHORT_YEAR: Final = re.compile(r"(?<=[_\s-])(\d\d)(?=\.[a-z]+$|$)")

CELL_FORMATS: Final = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d/%m/%y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%d %B %Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
)
_CLOCK: Final = r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$"
_CELL_NOTE: Final = r"\s*[\[(][^\])]*[\])]\s*$"
_YEARS_MEANT: Final = (1900, 2100)
"""A date of another year is a slip, or stands for "never" (2999-12-31)."""

_EXCEL_DAYS: Final = r"^[2-6]\d{4}$"


def dates_said(text: str) -> tuple[date, ...]:
    """Give every date in free text; a month and year stand for the last day of the month."""
    said = _NOT_AS_AT.sub(" ", text.lower())
    full = [_day(y, _MONTHS[m[:3]], d) for d, m, y in _DAY_MONTH_YEAR.findall(said)]
    full += [_day(y, m, d) for d, m, y in _NUMBERS.findall(said)]
    full += list(starmap(_day, _ISO.findall(said)))
    for d1, m1, y1, y2, m2, d2 in _RUN_TOGETHER.findall(said):
        full.append(_day(y1 or y2, m1 or m2, d1 or d2))
    found = tuple(day for day in full if day)
    return found or tuple(_month_end(int(y), _MONTHS[m[:3]]) for m, y in _MONTH_YEAR.findall(said))


def years_said(text: str) -> tuple[int, ...]:
    """Give every return year in a name: 2022, 2017-18, 201819, 2019/20, 1920, 21/22; the later of two.

    A date gives its return year. A short year ("_19") counts only at the end of the name.
    """
    said = text.lower()
    days = dates_said(said)
    if days:
        return tuple(day.year + ((day.month, day.day) > (3, 31)) for day in days)
    pairs = [_full(b) for a, b in _TWO_YEARS.findall(said) if _full(b) == _full(a) + 1]
    found = pairs or [int(y) for y in _YEAR.findall(said)] or [_full(y) for y in _SHORT_YEAR.findall(said)]
    return tuple(found)


def to_dates(cells: pd.Series) -> pd.Series:
    """Read a column of date cells in whatever form they come; NaT where blank or unreadable.

    Day before month, as in Britain; a two-digit year is of this century; an Excel day
    number is read as the day it stands for; a note in brackets is left out; a year that nobody means
    is no date.
    """
    text = cells.str.replace(_CELL_NOTE, "", regex=True).str.replace(_CLOCK, "", regex=True).str.strip()
    found = pd.Series(pd.NaT, index=cells.index, dtype="datetime64[us]")
    for form in CELL_FORMATS:
        todo = found.isna() & (text != "")
        if not todo.any():
            break
        found = found.fillna(pd.to_datetime(text.where(todo), format=form, errors="coerce"))
    numbers = text.where(found.isna() & text.str.fullmatch(_EXCEL_DAYS))
    days = pd.to_timedelta(pd.to_numeric(numbers, errors="coerce"), unit="D")
    known = found.fillna(pd.Timestamp("1899-12-30") + days).astype("datetime64[us]")
    return known.where(known.dt.year.between(*_YEARS_MEANT))


def _full(year: str) -> int:
    return int(year) if len(year) > 2 else 2000 + int(year)  # noqa: PLR2004 - two digits or four


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(_full(year), int(month), int(day))
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
