"""What was found wrong in which rows, and so: which are loaded, mended, rejected?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pandas as pd

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.problems import Problem, Severity

ROWS_NAMED: Final = 200
"""Rejected rows named one by one for one cause; the rest are told as a number."""

ROWS_LISTED: Final = 10_000
"""Rows that one finding lists for whoever mends the file: a longer list is a fault of the whole column."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause and the rows (numbers as a person counts) that it touches.

    `column` is the heading as the file writes it. `what` and `fix` hold no row's values.
    """

    code: str
    severity: Severity
    column: str | None
    rows: pd.Index
    what: str
    fix: str


def rejected_rows(findings: Iterable[Finding]) -> pd.Index:
    """Give the rows that are not loaded."""
    return _rows(findings, Severity.ERROR, Severity.NOT_NEEDED)


def mends(findings: Iterable[Finding], rows: pd.Index) -> pd.Series:
    """Name, for each row, the codes of what was put right in it; null if nothing was."""
    text = pd.Series("", index=rows, dtype="str")
    for finding in findings:
        if finding.severity is Severity.MENDED:
            here = rows.intersection(finding.rows)
            text.loc[here] = (text.loc[here] + " " + finding.code).str.strip()
    return text.mask(text == "")


def as_problems(findings: Iterable[Finding], sheet: str) -> tuple[Problem, ...]:
    """Say the findings: rejected rows one by one, the rest once each with their number."""
    return tuple(problem for finding in findings if len(finding.rows) for problem in _told(finding, sheet))


def accounts(
    findings: Iterable[Finding], sheet: str, source: str, la_code: pd.Series, period: pd.Series
) -> tuple[Account, ...]:
    """Say where the rows went, by LA and period.

    `la_code` (null for none) and `period` have one entry per row read, with the row's number
    as index; a null period reads as "".
    """
    known = tuple(findings)
    fate = pd.DataFrame(
        {"la": la_code.astype("object").where(la_code.notna(), None), "period": period.fillna("")}
    )
    fate["rejected"] = fate.index.isin(rejected_rows(known))
    fate["mended"] = fate.index.isin(_rows(known, Severity.MENDED)) & ~fate["rejected"]
    groups = fate.groupby(["la", "period"], dropna=False, sort=True)
    return tuple(
        Account(
            source=source,
            sheet=sheet,
            la_code=la if isinstance(la, str) else None,
            period=str(when),
            rows_read=len(rows),
            rows_loaded=len(rows) - int(rows["mended"].sum()) - int(rows["rejected"].sum()),
            rows_mended=int(rows["mended"].sum()),
            rows_rejected=int(rows["rejected"].sum()),
        )
        for (la, when), rows in groups
    )


def _rows(findings: Iterable[Finding], *severities: Severity) -> pd.Index:
    touched = [row for finding in findings if finding.severity in severities for row in finding.rows]
    rows: pd.Index = pd.Index(sorted(set(touched)), dtype="int64")
    return rows


def _told(finding: Finding, sheet: str) -> list[Problem]:
    def problem(row: int | None, rows: pd.Index) -> Problem:
        at = () if row is not None else tuple(map(int, rows[:ROWS_LISTED]))
        cause = (finding.code, finding.severity, sheet, row, finding.column, finding.what, finding.fix)
        return Problem(*cause, rows=len(rows), at=at)

    rows = finding.rows
    if finding.severity is not Severity.ERROR:
        return [problem(int(rows[0]) if len(rows) == 1 else None, rows)]
    named = [problem(int(row), rows[[at]]) for at, row in enumerate(rows[:ROWS_NAMED])]
    rest = rows[ROWS_NAMED:]
    return [*named, problem(None, rest)] if len(rest) else named
