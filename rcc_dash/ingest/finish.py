"""From columns in our words to a checked table with its accounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pandas as pd

from rcc_dash.domain.columns import Kind, Table
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.findings import Finding, accounts, as_problems, mends, rejected_rows
from rcc_dash.ingest.recognise import Matched

_DTYPES: Final = {
    Kind.TEXT: "str",
    Kind.WHOLE: "Int64",
    Kind.KEY: "UInt64",
    Kind.NUMBER: "Float64",
    Kind.DATE: "datetime64[us]",
    Kind.YES_NO: "boolean",
}
"""Types of a checked table's columns; null is null in each, never "" or 0."""


@dataclass(frozen=True, slots=True)
class Target:
    """Into which table rows go, and to whose account.

    `period` (and `la_code`, where rows belong to LAs) has one entry per row read, its index
    the row's number.
    """

    table: Table
    source: str
    period: pd.Series
    la_code: pd.Series | None = None


def finish(
    matched: Matched, target: Target, columns: pd.DataFrame, findings: Iterable[Finding]
) -> CheckedTable:
    """Drop rejected rows, write down mends and source rows, and account for every row read.

    `columns` has one row per row read (or several, where a row of the file holds several of the
    table's, its index then naming the file's row more than once) and the table's own columns
    (those it lacks are null).
    """
    known = tuple(findings)
    kept = columns.loc[~columns.index.isin(rejected_rows(known))]
    kept = kept.assign(
        source_sheet=matched.sheet or None, source_row=kept.index, mends=mends(known, kept.index)
    )
    nobody = pd.Series(None, index=columns.index, dtype="object")
    whose = nobody if target.la_code is None else target.la_code
    return CheckedTable(
        table=target.table.name,
        frame=_conform(kept, target.table),
        accounts=accounts(known, matched.sheet, target.source, whose, target.period),
        problems=(*matched.problems, *as_problems(known, matched.sheet)),
    )


def nothing(table: Table) -> pd.DataFrame:
    """Give a checked table without a row."""
    return _conform(pd.DataFrame(), table)


def _conform(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    shaped = frame.reindex(columns=list(table.column_names)).reset_index(drop=True)
    dtypes = {column.name: _DTYPES[column.kind] for column in table.columns}
    return shaped.astype(dtypes)
