"""Of which month is a census? Its own columns, else the names of sheet, file or folder, else as told."""

import calendar
import re
from typing import Final

import pandas as pd

from rcc_dash.errors import UserError
from rcc_dash.ingest.dates import dates_said, to_dates
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.told import Told

_MONTHS: Final = {
    name.lower(): i
    for names in (calendar.month_name, calendar.month_abbr)
    for i, name in enumerate(names)
    if name
} | {"sept": 9}
_NAME: Final = rf"(?P<month>{'|'.join(_MONTHS)})"
_NUMBER: Final = r"(?P<month>0?[1-9]|1[0-2])"
_GAP: Final = r"[\s_.,'-]*"
_FORMS: Final = (
    re.compile(rf"(?<![a-z]){_NAME}{_GAP}(?P<year>20\d\d|\d\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<year>20\d\d){_GAP}{_NAME}(?![a-z])"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)[\s_.-]?(?P<month>0[1-9]|1[0-2])(?!\d)"),
    re.compile(rf"(?<!\d){_NUMBER}[\s_./-](?P<year>20\d\d)(?!\d)"),
)
"""December 2025, Dec_25; 2025 Dec; 2025-12, 202512; 12-2025."""

_CENTURY: Final = 2000


def months(matched: Matched, told: Told) -> pd.Series:
    """Give the last day of each row's month; null where the row has its own date and it cannot be read.

    Raises UserError, saying how to give it, when no row has a month.
    """
    named = _named(matched)
    asked = _told(matched, told) if named.eq("").any() else None
    ends = {text: asked if text == "" else month_end(text) for text in named.unique()}
    days = named.map(ends).astype("datetime64[us]")
    if days.isna().all():
        raise UserError(
            title=f"Of which month is {told.file_name}?",
            what="Neither a column nor the name of the sheet, file or folder gives the month and year.",
            fix="Put them in the file's name (as in 'PNW census December 2025.xlsx'), or say the month's "
            "last day when loading: --as-of 2025-12-31.",
            asks="as_of",
        )
    return days


def month_end(text: str) -> pd.Timestamp | None:
    """Give the last day of the month that a name or date in free text says; None if none does."""
    full = dates_said(text)
    if full:
        return _end(max(full).year, max(full).month)
    said = text.lower()
    found = next((found for form in _FORMS if (found := form.search(said))), None)
    if found is None:
        return None
    year, month = int(found["year"]), found["month"]
    return _end(year if year > _CENTURY else _CENTURY + year, _MONTHS.get(month) or int(month))


def _named(matched: Matched) -> pd.Series:
    """Give each row's own words for its month; "" where its columns say nothing."""
    day = to_dates(matched.column("snapshot")).dt.strftime("%Y-%m-%d").fillna("")
    month, year = matched.column("month"), matched.column("calendar_year")
    both = (month.str.zfill(2) + " " + year).where(month.ne("") & year.ne(""), "")
    named: pd.Series = day.mask(day.eq(""), both)
    return named


def _told(matched: Matched, told: Told) -> pd.Timestamp | None:
    places = (matched.banner, matched.sheet, told.file_name, told.folder)
    found = next((end for text in places if (end := month_end(text))), None)
    return _end(told.as_of.year, told.as_of.month) if found is None and told.as_of else found


def _end(year: int, month: int) -> pd.Timestamp:
    return pd.Timestamp(year, month, calendar.monthrange(year, month)[1])
