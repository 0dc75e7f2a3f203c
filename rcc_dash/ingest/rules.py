"""What does a check look for, which rows did it hit, and which columns came out of it?"""

from dataclasses import dataclass

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.headings import short
from rcc_dash.ingest.recognise import Matched


@dataclass(frozen=True, slots=True)
class Rule:
    """One check in words; `field` is the layout's name of the column at fault, None for the row."""

    code: str
    severity: Severity
    field: str | None
    what: str
    fix: str

    def hit(self, matched: Matched, rows: "pd.Series[bool]") -> Finding:
        """Make a finding of the rows where the rule is broken (index: row of the file; null: it is not)."""
        heading = short(matched.headings.get(self.field, "")) if self.field else None
        broken = rows.index[rows.fillna(value=False).astype(bool)]
        return Finding(self.code, self.severity, heading or None, broken, self.what, self.fix)


@dataclass(frozen=True, slots=True)
class Part:
    """Some columns of a table, checked, and what was found on the way; one row per row read."""

    columns: pd.DataFrame
    findings: tuple[Finding, ...]
