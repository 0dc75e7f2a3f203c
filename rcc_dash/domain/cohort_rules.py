"""Which conditions make a child one of a cohort, are they written right, and whom do they hold for?

`data/reference/cohort_rules.csv` has one condition a row. All conditions of a way must hold, and any
way is enough. What a condition needs to know and nobody told makes its answer "not known", never "no".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from rcc_dash.domain.cohort_columns import CODE, COLUMNS, NUMBER, ORDER, STAFFING, YES_NO, codes_of
from rcc_dash.domain.words import or_list
from rcc_dash.errors import UserError
from rcc_dash.reference.tables import Row

FILE: Final = "cohort_rules.csv"
_TESTS: Final[Mapping[str, tuple[str, ...]]] = {
    YES_NO: ("is",),
    CODE: ("is", "in", "not_in"),
    NUMBER: ("at_least", "over", "below"),
    ORDER: ("is", "at_least"),
}
_YES: Final = {"yes": True, "no": False}
YesNo = NDArray[np.bool_]
_COMPARED: Final[Mapping[str, Callable[[NDArray[np.float64], float], YesNo]]] = {
    "at_least": np.greater_equal,
    "over": np.greater,
    "below": np.less,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Of whom it is so, and of whom it is known; arrays of one value for each child. Not known is not yes."""

    yes: YesNo
    known: YesNo

    def also(self, other: "Answer") -> "Answer":
        """Say of whom both are so: one "no" is enough to know that they are not."""
        no = (self.known & ~self.yes) | (other.known & ~other.yes)
        return Answer(self.yes & other.yes, no | (self.known & other.known))

    def either(self, other: "Answer") -> "Answer":
        """Say of whom one of them is so: one "yes" is enough to know that it is."""
        yes = self.yes | other.yes
        return Answer(yes, yes | (self.known & other.known))


@dataclass(frozen=True, slots=True)
class Condition:
    """One row of the file: a column, a test, and what it is held against (`@name`: a threshold)."""

    way: str
    column: str
    test: str
    value: str

    def holds(self, children: pd.DataFrame, limits: Mapping[str, object]) -> Answer:
        """Say for which children it holds; a column that they lack is not known of any."""
        limit = limits[self.value[1:]] if self.value.startswith("@") else self.value
        if self.column not in children or limit is None:
            nobody = np.zeros(len(children), bool)
            return Answer(nobody, nobody)
        values = children[self.column]
        known = values.notna().to_numpy(bool)
        return Answer(known & _held(COLUMNS[self.column], self.test, values, str(limit)), known)


def _held(kind: str, test: str, values: pd.Series, limit: str) -> YesNo:
    """Say for which values it holds; what it says of a null is of no account."""
    if kind == YES_NO:
        is_so = values.to_numpy(bool, na_value=False)
        return is_so if _YES[limit] else ~is_so
    if kind == CODE or test == "is":
        within = values.isin(limit.split()).to_numpy(bool)
        return ~within if test == "not_in" else within
    if kind == ORDER:
        return values.isin(STAFFING[STAFFING.index(limit) :]).to_numpy(bool)
    return _COMPARED[test](values.to_numpy(float, na_value=np.nan), float(limit))


def condition(row: Row, at: int, thresholds: Mapping[str, str]) -> Condition:
    """Read one row of the file; `at` is its line as a person counts it.

    `thresholds` says of each by name what kind of column it may be held against.
    Raises UserError in words that name the line and its column, where it cannot be meant.
    """
    kind = COLUMNS.get(row["column"])
    if kind is None:
        raise _refused(at, "column", row, f"Columns are {or_list(sorted(COLUMNS))}.")
    if row["test"] not in _TESTS[kind]:
        raise _refused(at, "test", row, f"“{row['column']}” holds {kind}: use {or_list(_TESTS[kind])}.")
    if not row["way"]:
        raise _refused(at, "way", row, "Number the ways of a cohort from 1; conditions of one must all hold.")
    _check_value(row, at, kind, thresholds)
    return Condition(row["way"], row["column"], row["test"], row["value"])


def _check_value(row: Row, at: int, kind: str, thresholds: Mapping[str, str]) -> None:
    value = row["value"]
    if value.startswith("@"):
        fit = [f"@{name}" for name, held in thresholds.items() if held == kind]
        if value not in fit:
            instead = f"use {or_list(fit)}" if fit else "write the value itself"
            raise _refused(at, "value", row, f"There is no such threshold for {kind}: {instead}.")
        return
    if kind == YES_NO and value not in _YES:
        raise _refused(at, "value", row, "Write yes or no.")
    if kind == NUMBER and not _is_number(value):
        raise _refused(at, "value", row, "Write a number without unit or comma.")
    if kind in {CODE, ORDER}:
        codes, unknown = codes_of(row["column"]), set(value.split()) - codes_of(row["column"])
        if not value.split() or (codes and unknown):
            raise _refused(at, "value", row, f"Write codes with a space between: {or_list(sorted(codes))}.")


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def _refused(at: int, column: str, row: Row, fix: str) -> UserError:
    return refused(FILE, at, column, row[column], fix)


def refused(file: str, at: int, column: str, value: str, fix: str) -> UserError:
    """Say in words which line and column of a reference file cannot be read, and how to mend it."""
    held = f"“{value}”" if value else "nothing"
    what = f"In data/reference/{file}, line {at}, the column “{column}” holds {held}."
    return UserError("A cohort is not written right", what, fix)
