"""Up to which day do the costs of an extract run?"""

import re
from typing import Final

import pandas as pd

from rcc_dash.errors import UserError
from rcc_dash.ingest.dates import to_dates, years_said
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.told import Told, as_of_told

_QUARTER: Final = re.compile(r"(?<![a-z])q(?:uarter)?[ _-]?([1-4])(?!\d)", re.IGNORECASE)
_QUARTER_ENDS: Final = {"1": (-1, 6, 30), "2": (-1, 9, 30), "3": (-1, 12, 31), "4": (0, 3, 31)}
"""Years from the financial year's last, month and day on which each quarter ends."""
_LAST_OF_YEAR: Final = 3
"""The financial year ends with March."""


def last_days(matched: Matched, told: Told) -> pd.Series:
    """Give each row's last day that the cost covers: its own column, else the quarter or date that is said.

    Raises UserError when no row, sheet, file or folder says it.
    """
    cells = matched.column("as_of")
    days = to_dates(cells)
    said = _told_day(matched, told) if cells.eq("").any() else None
    days = days.mask(cells.eq(""), said) if said is not None else days
    if days.isna().all():
        raise UserError(
            title=f"Up to which day do the costs in {told.file_name} run?",
            what="Neither a column nor the name of the sheet, file or folder gives the quarter's last day.",
            fix="Put it in the file's name (as in 'Barnsley costs 2024-12-31.csv' or '2024-25 Q3'), add a "
            "column headed 'Quarter end date', or say it when loading: --as-of 2024-12-31.",
            asks="as_of",
        )
    return days


def _told_day(matched: Matched, told: Told) -> pd.Timestamp | None:
    said = f"{matched.banner} {matched.sheet} {told.folder} {told.file_name}"
    quarter, year = _QUARTER.search(said), max(years_said(said), default=None)
    if quarter and year:
        before, month, day = _QUARTER_ENDS[quarter[1]]
        return pd.Timestamp(year + before, month, day)
    found = as_of_told((matched.banner, matched.sheet), told)
    return pd.Timestamp(found) if found else None


def financial_years(as_of: pd.Series) -> pd.Series:
    """Give the financial year of each day, named for the March that ends it."""
    years: pd.Series = (as_of.dt.year + (as_of.dt.month > _LAST_OF_YEAR)).astype("Int64")
    return years


def days_open(spells: pd.DataFrame) -> pd.Series:
    """Count days since 1 April of the financial year that the as-of date lies in.

    `spells`: `as_of`, `year`, `started_on`, `ended_on`. The last day of an ended spell is not
    counted, the as-of day of an open one is.
    """
    as_of, ended = spells["as_of"], spells["ended_on"]
    april = pd.to_datetime((spells["year"] - 1).astype("str") + "-04-01", errors="coerce")
    tomorrow = as_of + pd.Timedelta(days=1)
    until = ended.fillna(tomorrow).where(~(ended > tomorrow), tomorrow)
    start = spells["started_on"].where(~(spells["started_on"] < april), april)
    days: pd.Series = (until - start).dt.days
    return days
