"""Is there anything to load at all? Asked of a few rows of a large sheet before all are checked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from rcc_dash.domain.problems import Problem, Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.told import Told

MAX_ROWS: Final = 500_000
"""Rows checked in one sheet. Half of it takes 0.8 GB and half a minute; a large LA's ten years are 60,000."""

_LARGE: Final = 20_000
_ROWS_TRIED: Final = 2000
_CAUSES_SAID: Final = 3


def refuse_hopeless(matched: Matched, told: Told, secrets: Secrets) -> None:
    """Refuse a large sheet of which no row tried, taken from all over it, can be loaded; and a too large one.

    Raises UserError.
    """
    rows = len(matched.data)
    if rows > _LARGE:
        tried = replace(matched, data=matched.data.iloc[:: rows // _ROWS_TRIED])
        _refuse_if_empty(told.file_name, [matched.layout.check(tried, told, secrets)])
    if rows > MAX_ROWS:
        raise UserError(
            title=f"{told.file_name} has too many rows to be checked at once",
            what=f"It has {rows:,} rows; the most is {MAX_ROWS:,}.",
            fix="Split it by year or local authority, and load the parts. Keep an LA's rows of a year in one"
            " part: of two files that speak of the same only the later one counts.",
        )


def refuse_empty(file_name: str, tables: Sequence[CheckedTable], empty_says: str = "") -> None:
    """Refuse a file of which every row of every known sheet was rejected. Raises UserError.

    It is not taken as one without rows, of nobody: it told of somebody, or of something that cannot be
    read. `empty_says` is what it would say without them, for whoever meant that ("Nil return" in a row).
    """
    if any(account.rows_read for table in tables for account in table.accounts):
        _refuse_if_empty(file_name, tables, empty_says)


def _refuse_if_empty(file_name: str, tables: Iterable[CheckedTable], empty_says: str = "") -> None:
    known = list(tables)
    if any(len(table.frame) for table in known):
        return
    nobody = f" If {empty_says}, delete the rows: the headings alone say so." if empty_says else ""
    causes = _causes(problem for table in known for problem in table.problems)
    raise UserError(
        title=f"No row of {file_name} can be loaded",
        what=" ".join(causes),
        fix=f"Correct the columns that are named, and load the file again.{nobody}",
    )


def _causes(problems: Iterable[Problem]) -> list[str]:
    """Give the causes that cost most rows, each with its column and where it is met first."""
    counts: dict[tuple[str | None, str], int] = {}
    first: dict[tuple[str | None, str], int] = {}
    for one in problems:
        if one.severity is Severity.ERROR:
            cause = (one.column, one.what)
            counts[cause] = counts.get(cause, 0) + one.rows
            if one.row is not None:
                first.setdefault(cause, one.row)
    most = sorted(counts, key=lambda cause: -counts[cause])[:_CAUSES_SAID]
    return [_said(*cause, first.get(cause)) for cause in most]


def _said(column: str | None, what: str, row: int | None) -> str:
    where = ", ".join(filter(None, (f"column '{column}'" if column else "", f"row {row}" if row else "")))
    return f"{where[:1].upper()}{where[1:]}: {what}" if where else what
