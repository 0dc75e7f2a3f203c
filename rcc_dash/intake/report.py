"""What came of a load, file by file?"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.problems import Problem, Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedFile, PassedOver


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of problem in one column of one file, and the number of rows that it touches.

    `column` is the heading as the file writes it, null where it speaks of the row or sheet. `at` names
    the rows as a person counts them (the first of them, where there are very many; none where it
    speaks of the sheet).
    """

    code: str
    severity: Severity
    what: str
    fix: str
    rows: int
    sheet: str = ""
    column: str | None = None
    at: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing about the file as a whole. A warning asks for a second look; `info` only tells."""

    code: str
    severity: Severity
    what: str
    fix: str


def is_doubtful(flags: Iterable[Flag]) -> bool:
    """Say whether a file should be looked at again before it counts."""
    return any(flag.severity is Severity.WARNING for flag in flags)


@dataclass(frozen=True, slots=True)
class FileReport:
    """What came of one file.

    `accounts` are those of the build, so with what mending changed; empty when refused.
    `key` names it among the files that count; `seen_before` says that it was loaded earlier. `flags` is
    what is odd about the file as a whole; `held_back` says that it was not loaded for them.
    """

    file_name: str
    folder: str
    sha256: str
    key: str
    seen_before: bool = False
    refused: UserError | None = None
    accounts: tuple[Account, ...] = ()
    findings: tuple[Finding, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    flags: tuple[Flag, ...] = ()
    held_back: bool = False


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
    def held_back(self) -> tuple[FileReport, ...]:
        """Give the good files that wait for a person's word, for what is odd about them."""
        return tuple(file for file in self.files if file.held_back)

    @property
    def doubted(self) -> tuple[FileReport, ...]:
        """Give the files that were loaded although something about them looks wrong."""
        return tuple(file for file in self.files if is_doubtful(file.flags) and not file.held_back)

    @property
    def is_clean(self) -> bool:
        """Say whether something was loaded, and nothing refused or held back."""
        return bool(self.files) and not self.refused and not self.held_back


def findings(checked: CheckedFile) -> tuple[Finding, ...]:
    """Sum up a file's problems: one line for each kind and column, those that cost most rows first."""
    kinds: dict[tuple[object, ...], _Sum] = {}
    for one in _problems(checked):
        kind = (one.code, one.severity, one.what, one.fix, one.sheet, one.column)
        kinds.setdefault(kind, _Sum(one)).add(one)
    found = [one.finding() for one in kinds.values()]
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: (order.index(one.severity), -one.rows, one.code)))


def _problems(checked: CheckedFile) -> Iterable[Problem]:
    return (problem for table in checked.tables for problem in table.problems)


@dataclass(slots=True)
class _Sum:
    """Problems of one kind and column, added up."""

    first: Problem
    rows: int = 0
    at: list[int] = field(default_factory=list)

    def add(self, one: Problem) -> None:
        self.rows += one.rows
        self.at += one.at or ([one.row] if one.row is not None else [])

    def finding(self) -> Finding:
        one = self.first
        where = (one.sheet, one.column, tuple(sorted(set(self.at))))
        return Finding(one.code, one.severity, one.what, one.fix, self.rows, *where)
