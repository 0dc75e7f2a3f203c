"""What comes out of a file once it is checked: tables, accounts, problems, sheets passed over."""

from dataclasses import dataclass

import pandas as pd

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.problems import Problem
from rcc_dash.domain.tables import ALL


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """One sheet's rows as a table of `domain.tables`, with what became of each row.

    `frame` holds what the loaded and mended rows came to, its columns those of the table and in
    their order; a row of the sheet may give several of the table. `accounts` say where every row
    of the sheet went.
    """

    table: str
    frame: pd.DataFrame
    accounts: tuple[Account, ...]
    problems: tuple[Problem, ...]

    def __post_init__(self) -> None:
        """Refuse a table that lost a row or a column without a word."""
        if tuple(self.frame.columns) != ALL[self.table].column_names:
            message = f"{self.table}: columns differ from the table's own"
            raise ValueError(message)
        if self.frame["source_row"].nunique() != sum(a.rows_loaded + a.rows_mended for a in self.accounts):
            message = f"{self.table}: rows kept do not equal rows accounted for"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A sheet that is not loaded, and why; said to the person, not an error.

    `is_right`: a file of such sheets alone is a right one, though nothing of it is wanted.
    """

    sheet: str
    why: str
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """Everything found in one file."""

    file_name: str
    encoding: str
    tables: tuple[CheckedTable, ...]
    passed_over: tuple[PassedOver, ...]
