"""When did something in care begin and end (times missing, orders), and can that be right?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.layouts.ssda903_child import day_column
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule

_ENDS_FIRST: Final = Rule(
    "E01", Severity.ERROR, "ended", "It ends before it starts.", "Correct the dates and load again."
)
_OTHER_YEAR: Final = Rule(
    "E08", Severity.WARNING, "started",
    "It starts or ends after the return's last day, 31 March, or ended before its first, 1 April.",
    "See whether the dates or the return year are wrong.",
)  # fmt: skip
_TWICE: Final = Rule(
    "I05", Severity.WARNING, "started",
    "The same child has two that start on the same day in one return.", "Delete the row that is repeated.",
)  # fmt: skip


def spells(matched: Matched, year: pd.Series) -> Part:
    """Give `started_on` and `ended_on` of each row; a row without a start is rejected."""
    started, no_start = day_column(matched, "started", required=True)
    ended, no_end = day_column(matched, "ended")
    closes = pd.to_datetime(year.astype("str") + "-03-31", errors="coerce")
    opens = pd.to_datetime((year - 1).astype("str") + "-04-01", errors="coerce")
    findings = (
        *no_start,
        *no_end,
        _ENDS_FIRST.hit(matched, ended < started),
        _OTHER_YEAR.hit(matched, (started > closes) | (ended > closes) | (ended < opens)),
    )
    return Part(pd.DataFrame({"started_on": started, "ended_on": ended}), findings)


def same_starts(matched: Matched, rows: pd.DataFrame) -> Finding:
    """Find rows of one return that give a child the same first day twice."""
    known = rows[["la_code", "year", "child_key", "started_on"]]
    return _TWICE.hit(matched, known.duplicated(keep=False) & known.notna().all(axis="columns"))


def overlaps(rows: pd.DataFrame) -> pd.Series:
    """Mark each row that starts before an earlier one of the same child and return has ended.

    A row without an end runs on. Rows whose dates or child are not known are left out.
    """
    known = rows.dropna(subset=["la_code", "year", "child_key", "started_on"])
    in_turn = known.sort_values(["la_code", "year", "child_key", "started_on"])
    until = in_turn["ended_on"].fillna(pd.Timestamp.max.as_unit("us").normalize())
    child = [in_turn[name] for name in ("la_code", "year", "child_key")]
    before = until.groupby(child).cummax().groupby(child).shift()
    return (in_turn["started_on"] < before).reindex(rows.index, fill_value=False)
