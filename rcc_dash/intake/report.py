"""What came of a load, file by file?"""

from dataclasses import dataclass

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedFile, PassedOver


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of problem in one file and the number of rows that it touches."""

    code: str
    severity: Severity
    what: str
    fix: str
    rows: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """What came of one file.

    `accounts` are those of the build, so with what mending changed; empty when refused.
    `seen_before` says that the same bytes were loaded earlier.
    """

    file_name: str
    folder: str
    sha256: str
    seen_before: bool = False
    refused: UserError | None = None
    accounts: tuple[Account, ...] = ()
    findings: tuple[Finding, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What came of a load; `build_id` is the build that now serves, None when nothing could be loaded."""

    files: tuple[FileReport, ...]
    build_id: str | None

    @property
    def refused(self) -> tuple[FileReport, ...]:
        """Give the files that were refused."""
        return tuple(file for file in self.files if file.refused)

    @property
    def is_clean(self) -> bool:
        """Say whether something was loaded and nothing refused."""
        return bool(self.files) and not self.refused


def findings(checked: CheckedFile) -> tuple[Finding, ...]:
    """Sum up a file's problems: one line for each kind, those that cost most rows first."""
    rows: dict[tuple[str, Severity, str, str], int] = {}
    for table in checked.tables:
        for one in table.problems:
            kind = (one.code, one.severity, one.what, one.fix)
            rows[kind] = rows.get(kind, 0) + one.rows
    found = [Finding(*kind, count) for kind, count in rows.items()]
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: (order.index(one.severity), -one.rows, one.code)))
