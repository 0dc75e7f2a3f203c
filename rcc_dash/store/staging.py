"""What did each loaded file come to? Checked tables in parquet, with accounts and findings.

One folder per file under `staged/<sha256>`: `<table>.parquet` and `report.json`. All of it can be
made again from the raw file, and is when `LAYOUT_VERSION` or a table's columns have changed.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Protocol

import pandas as pd
import pyarrow.parquet as pq

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.problems import Problem
from rcc_dash.domain.tables import ALL
from rcc_dash.settings import DataHome
from rcc_dash.store import columns, files

LAYOUT_VERSION: Final = 6
"""Raise it when checking or reducing changes, so that every file is checked again from `raw`."""

Row = dict[str, object]


class Checked(Protocol):
    """One sheet as a checked table."""

    @property
    def table(self) -> str:
        """Name of the table."""

    @property
    def frame(self) -> pd.DataFrame:
        """Rows kept."""

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Where every row went."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found."""


class PassedOver(Protocol):
    """One sheet that was not loaded, and why."""

    @property
    def sheet(self) -> str:
        """Name of the sheet."""

    @property
    def why(self) -> str:
        """The reason, in words for people."""


@dataclass(frozen=True, slots=True)
class Staged:
    """One file's checked tables as they lie on disk.

    `accounts`, `problems` and `passed_over` are rows of the warehouse tables of those names,
    without the file's own columns.
    """

    tables: dict[str, Path]
    accounts: tuple[Row, ...]
    problems: tuple[Row, ...]
    passed_over: tuple[Row, ...]


def write(home: DataHome, sha256: str, checked: Sequence[Checked], passed_over: Iterable[PassedOver]) -> None:
    """Store the checked tables of one file in one step, in place of those of an earlier load."""
    made = files.unfinished(home.staged / sha256)
    made.mkdir()
    for name in sorted({one.table for one in checked}):
        frames = [one.frame for one in checked if one.table == name]
        pq.write_table(columns.arrow(ALL[name], frames), made / f"{name}.parquet")
        files.settle(made / f"{name}.parquet")
    report = {
        "layout": _layout(),
        "accounts": [asdict(account) for one in checked for account in one.accounts],
        "problems": [row for one in checked for row in _problem_rows(one)],
        "passed_over": [{"sheet": one.sheet, "why": one.why} for one in passed_over],
    }
    files.put_text(json.dumps(report, ensure_ascii=False), made / "report.json")
    files.put_folder(made, home.staged / sha256)


def read(home: DataHome, sha256: str) -> Staged | None:
    """Give one file's checked tables; None if they are missing, damaged or of an older layout."""
    folder = home.staged / sha256
    try:
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if report.get("layout") != _layout():
        return None
    tables = {path.stem: path for path in sorted(folder.glob("*.parquet"))}
    rows = (tuple(report[part]) for part in ("accounts", "problems", "passed_over"))
    return Staged(tables, *rows)


def _layout() -> str:
    """Name the layout by its version and the tables' own columns."""
    return f"{LAYOUT_VERSION}-{columns.fingerprint(ALL.values())}"


def _problem_rows(one: Checked) -> Iterable[Row]:
    """Add what a finding does not say itself: the source, and whose rows where there is only one answer."""
    sources = {account.source for account in one.accounts}
    owners = {(account.la_code, account.period) for account in one.accounts}
    la_code, period = owners.pop() if len(owners) == 1 else (None, None)
    source = sources.pop() if len(sources) == 1 else None
    for problem in one.problems:
        told = {key: cell for key, cell in asdict(problem).items() if key != "at"}
        yield {**told, "source": source, "la_code": la_code, "period": period}
