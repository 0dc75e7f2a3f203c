"""What would come of these files, before anything counts?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.progress import Progress
from rcc_dash.intake.cells import Cells, cells_at_fault
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.flag_cost import cost_flags
from rcc_dash.intake.flag_known import known_flags
from rcc_dash.intake.flag_owner import owner_flags
from rcc_dash.intake.flag_period import period_flags
from rcc_dash.intake.flag_size import size_flags
from rcc_dash.intake.found import Found
from rcc_dash.intake.loads import named, standings
from rcc_dash.intake.report import Finding
from rcc_dash.intake.secret_keys import secrets_of
from rcc_dash.intake.subject import Flag, Loaded, Subject, subject
from rcc_dash.intake.take import Looked, Said, look_at_all
from rcc_dash.store.warehouse import Warehouse

_CHECKS: Final = (owner_flags, period_flags, cost_flags, size_flags, known_flags)
_OF_COLUMNS: Final = frozenset({"F10", "F13", "F14", "F15"})
"""Codes that speak of headings: said before any row."""


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What one file would come to, and what speaks against loading it.

    `cells` holds what may be shown of the cells at fault, by sheet, row and heading.
    """

    looked: Looked
    flags: tuple[Flag, ...] = ()
    cells: Cells = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Give the file's own name."""
        return self.looked.found.name

    @property
    def holds(self) -> tuple[str, ...]:
        """Name what it would be loaded as: "SSDA903 episodes, Bolton, 2025"."""
        accounts = self.looked.outcome.accounts
        return tuple(dict.fromkeys(named(one.source, one.la_code, one.period) for one in accounts))

    @property
    def looked_on(self) -> str:
        """Say when it was looked at, in UTC: another look at the same file is another preview."""
        return self.looked.arrival.at if self.looked.arrival else ""

    @property
    def is_doubtful(self) -> bool:
        """Say whether the file is good and yet may not be what it is loaded as."""
        return any(flag.severity is Severity.WARNING for flag in self.flags)

    @property
    def counts(self) -> dict[str, int]:
        """Count its rows: read = loaded + mended + not_needed + rejected."""
        accounts = self.looked.outcome.accounts
        not_kept = sum(one.rows_rejected for one in accounts)
        not_needed = sum(one.rows for one in self.findings if one.severity is Severity.NOT_NEEDED)
        return {
            "read": sum(one.rows_read for one in accounts),
            "loaded": sum(one.rows_loaded for one in accounts),
            "mended": sum(one.rows_mended for one in accounts),
            "not_needed": min(not_needed, not_kept),
            "rejected": max(not_kept - not_needed, 0),
        }

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what was found in it, worst first."""
        return self.looked.outcome.findings

    @property
    def of_columns(self) -> tuple[Finding, ...]:
        """Give what was found about its headings."""
        return tuple(one for one in self.findings if one.code in _OF_COLUMNS)

    @property
    def of_rows(self) -> tuple[Finding, ...]:
        """Give what was found in its rows."""
        return tuple(one for one in self.findings if one.code not in _OF_COLUMNS)


def preview(
    desk: Desk, found: Sequence[Found], said: Said, now: datetime, progress: Progress
) -> tuple[FilePreview, ...]:
    """Check files on a desk and say what each would come to; nothing counts by it. `now` is in UTC."""
    looked = look_at_all(found, said, desk, now, progress)
    warehouse = Warehouse.open_current(desk.home)
    try:
        loads = tuple(one for one in standings(desk.home) if one.can_be_undone)
        loaded = Loaded(loads, warehouse, secrets_of(desk.home))
        return tuple(_previewed(one, desk, loaded) for one in looked)
    finally:
        if warehouse:
            warehouse.close()


def _previewed(one: Looked, desk: Desk, loaded: Loaded) -> FilePreview:
    if not one.is_good:
        return FilePreview(one)
    return FilePreview(one, _flags(subject(one, desk.place, loaded)), cells_at_fault(one, desk.place))


def _flags(of: Subject) -> tuple[Flag, ...]:
    found = [flag for check in _CHECKS for flag in check(of)]
    return tuple(sorted(dict.fromkeys(found), key=lambda flag: flag.severity is not Severity.WARNING))
