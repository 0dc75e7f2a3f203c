"""How old in whole years, however an age was written down?"""

import re
from typing import Final

import pandas as pd

OLDEST: Final = 30
"""A higher number in a column of ages is a slip, or another column's number."""

_NEWBORN: Final = re.compile(r"(?:<|under|less than|below)\s*(?:1|one)(?:\s*(?:years?|yrs?|y))?(?:\s*old)?")
_YEARS: Final = re.compile(r"(\d{1,2})(?:\.\d+)?\s*(?:years?|yrs?|y)?(?:\s*old)?")
_MIXED: Final = re.compile(r"(\d{1,2})\s*(?:years?|yrs?|y)[\s,and]*\d{1,2}\s*(?:months?|mths?|m)(?:\s*old)?")
_MONTHS: Final = re.compile(r"(\d{1,3})(?:\.\d+)?\s*(?:months?|mths?|m)(?:\s*old)?")
_SHORTER: Final = re.compile(r"\d{1,3}\s*(?:weeks?|wks?|w|days?|d)(?:\s*old)?")
_MONTHS_A_YEAR: Final = 12


def to_ages(cells: pd.Series) -> pd.Series:
    """Read ages ("<1", "10 months", "5.5", "6 years") as whole years, rounded down.

    Null where blank, no age, or over 30 years.
    """
    read = {text: _age(" ".join(text.lower().split())) for text in cells.unique()}
    return cells.map(read).astype("Int64")


def _age(said: str) -> int | None:
    if _NEWBORN.fullmatch(said) or _SHORTER.fullmatch(said):
        return 0
    months = _MONTHS.fullmatch(said)
    years = _YEARS.fullmatch(said) or _MIXED.fullmatch(said)
    age = int(months[1]) // _MONTHS_A_YEAR if months else int(years[1]) if years else None
    return age if age is not None and age <= OLDEST else None
