"""Whose file is it and of when, where its own columns are silent?

Asked in this order: the words above the headings, the sheet's name, the file's name, the
folder's name, what the person said.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from rcc_dash.domain.places import match_area
from rcc_dash.ingest.dates import dates_said, years_said

_Said = TypeVar("_Said")
_LAST_OF_MARCH: Final = (3, 31)


@dataclass(frozen=True, slots=True)
class Told:
    """What a file's name, its folder and the person who loads it say about it.

    `la` is an LA's name or code, `year` a return year (ends on 31 March of it).
    """

    file_name: str
    folder: str = ""
    la: str | None = None
    year: int | None = None
    as_of: date | None = None


def la_told(told: Told, said_in_sheet: Iterable[str] = ()) -> str | None:
    """Give the LA's code that the sheet's own words, file, folder or person name; None if none."""
    return _first(_la_in, (*said_in_sheet, told.file_name, told.folder, told.la or ""))


def year_told(told: Told, said_in_sheet: Iterable[str] = ()) -> int | None:
    """Give the return year that the sheet's own words, the file, its folder or the person name.

    The later of 2023-24. None if no year is named.
    """
    year = _first(_year_in, (*said_in_sheet, told.file_name, told.folder))
    return year or told.year or (_return_year(told.as_of) if told.as_of else None)


def as_of_told(said_in_sheet: Iterable[str], told: Told) -> date | None:
    """Give the date that the sheet's own words, the file, its folder or the person name.

    A month stands for its last day, a year for its 31 March. None if no date is named.
    """
    own = (*said_in_sheet, told.file_name, told.folder)
    day = _first(_date_in, own) or _first(_march_of_year_in, own)
    return day or told.as_of or (date(told.year, *_LAST_OF_MARCH) if told.year else None)


def _first(look: Callable[[str], _Said | None], places: Iterable[str]) -> _Said | None:
    return next((found for found in map(look, places) if found is not None), None)


def _date_in(text: str) -> date | None:
    return max(dates_said(text), default=None)


def _march_of_year_in(text: str) -> date | None:
    year = _year_in(text)
    return date(year, *_LAST_OF_MARCH) if year else None


def _year_in(text: str) -> int | None:
    return max(years_said(text), default=None)


def _return_year(day: date) -> int:
    return day.year + ((day.month, day.day) > _LAST_OF_MARCH)


def _la_in(text: str) -> str | None:
    """Try the longest run of words first, so that "North Yorkshire" is not read as York."""
    words = [word for word in re.split(r"[^A-Za-z0-9]+", text.removesuffix(Path(text).suffix)) if word]
    lengths = range(len(words), 0, -1)
    runs = (" ".join(words[i : i + n]) for n in lengths for i in range(len(words) - n + 1))
    return _first(lambda run: match_area(run).la_code, runs)
