"""What do SSDA903 codes stand for, and in which return years were they in use?

Years are return years: 2025 ends on 31 March 2025. Lists: `data/reference/codes_903.csv`, `place_codes.csv`.
A code of another year is still a code: only a code of no year is unknown (design/sources.md 1.2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.reference.tables import Row, rows

SHORT_BREAK_STATUSES: Final = frozenset({"V3", "V4"})
"""Legal statuses of short breaks: no postcodes, no URN, and not counted (design/sources.md 1.3)."""

_PROVIDER_SECTORS: Final = {
    "PR0": "parents",
    "PR1": "own_la",
    "PR2": "other_la",
    "PR3": "public",
    "PR4": "private",
    "PR5": "voluntary",
}
_AGE_BANDS: Final = (("under1", 0), ("1to4", 1), ("5to9", 5), ("10to15", 10), ("16plus", 16))
"""DfE's age bands with the first age in each; labels in `dimensions.csv`."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code: its words for people and the return years of its use (None: since ever, or still)."""

    code: str
    label: str
    first_year: int | None
    last_year: int | None

    def is_used_in(self, year: int) -> bool:
        """Say whether the return of this year has the code."""
        return (self.first_year or year) <= year <= (self.last_year or year)


@cache
def code_list(name: str) -> dict[str, Code]:
    """Give all codes of an SSDA903 column, of all years, by code; KeyError for a column without a list."""
    if name == "PLACE":
        return {r["place_code"]: _code(r["place_code"], r) for r in rows("place_codes")}
    found = {r["code"]: _code(r["code"], r) for r in rows("codes_903") if r["list"] == name}
    if not found:
        raise KeyError(name)
    return found


@cache
def codes_not_in_use(name: str, year: int) -> frozenset[str]:
    """Give the codes of other years, which the return of this year should not hold."""
    return frozenset(code.code for code in code_list(name).values() if not code.is_used_in(year))


@cache
def place_families() -> dict[str, str]:
    """Say to which family of `place_codes.csv` each PLACE code belongs."""
    return {r["place_code"]: r["family_code"] for r in rows("place_codes")}


def place_codes_of(families: Iterable[str]) -> frozenset[str]:
    """Give the PLACE codes of these families."""
    wanted = frozenset(families)
    return frozenset(code for code, family in place_families().items() if family in wanted)


def provider_sector(provider_code: str | None) -> str:
    """Say which `sector` of `dimensions.csv` a PLACE_PROVIDER code is of; blank or unknown is `unknown`."""
    return _PROVIDER_SECTORS.get(provider_code or "", "unknown")


def ages_in_years(born: "pd.Series[pd.Timestamp]", on: "pd.Series[pd.Timestamp] | date") -> pd.Series:
    """Give whole years of age on a date, null if either date is; negative before birth.

    From the first of the birth month the age is right on any last day of a month (31 March),
    and up to a month too high on other days.
    """
    then = on if isinstance(on, pd.Series) else pd.Series(pd.Timestamp(on), index=born.index)
    birthday_to_come = then.dt.month * 100 + then.dt.day < born.dt.month * 100 + born.dt.day
    years = then.dt.year - born.dt.year - birthday_to_come
    return years.where(born.notna() & then.notna()).astype("Int64")


def age_bands(ages: "pd.Series[int]") -> pd.Series:
    """Put whole years of age into DfE's bands (codes of `dimensions.csv`); null if unknown or unborn."""
    firsts = [first for _, first in _AGE_BANDS]
    codes = np.array([code for code, _ in _AGE_BANDS], dtype=object)
    known = ages.notna() & (ages.fillna(-1) >= 0)
    place = np.searchsorted(firsts, ages.fillna(0).clip(lower=0).to_numpy(int), side="right") - 1
    return pd.Series(codes[place], index=ages.index, dtype="str").where(known)


def _code(code: str, row: Row) -> Code:
    return Code(code, row["label"], _year(row["valid_from"]), _year(row["valid_to"]))


def _year(text: str) -> int | None:
    return int(text) if text else None
