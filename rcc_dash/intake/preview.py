"""What would come of these files, before anything counts?"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from rcc_dash.domain.progress import Progress
from rcc_dash.ingest.nobody import NOBODY
from rcc_dash.intake.cells import Cells, cells_at_fault
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.flags import flags_of, with_the_others
from rcc_dash.intake.found import Found
from rcc_dash.intake.loads import things
from rcc_dash.intake.report import Finding, Flag, is_doubtful
from rcc_dash.intake.take import Looked, Said, look_at_all

_OF_COLUMNS: Final = frozenset({"F10", "F13", "F14", "F15"})
"""Codes that speak of headings: said before any row."""


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What one file would come to, and what speaks against loading it.

    `own_flags` are those of the file in itself, `flags` those beside the other files too. `cells`
    holds what may be shown of the cells at fault, by sheet, row and heading.
    """

    looked: Looked
    own_flags: tuple[Flag, ...] = ()
    cells: Cells = field(default_factory=dict)
    flags: tuple[Flag, ...] = ()

    @property
    def name(self) -> str:
        """Give the file's own name."""
        return self.looked.found.name

    @property
    def holds(self) -> tuple[str, ...]:
        """Name what it would be loaded as: "SSDA903 episodes, Bolton, 2025"."""
        accounts = self.looked.outcome.accounts
        return things((one.source, one.la_code, one.period) for one in accounts)

    @property
    def looked_on(self) -> str:
        """Say when it was looked at, in UTC: another look at the same file is another preview."""
        return self.looked.arrival.at if self.looked.arrival else ""

    @property
    def is_doubtful(self) -> bool:
        """Say whether the file is good and yet may not be what it is loaded as."""
        return is_doubtful(self.flags)

    @property
    def counts(self) -> dict[str, int]:
        """Count its rows: read = loaded + mended + not_needed + rejected."""
        return self.looked.outcome.counts

    @property
    def nobody(self) -> tuple[str, ...]:
        """Say what its headings alone tell: that there is nobody; nothing where they have rows."""
        return tuple(one.what for one in self.findings if one.code == NOBODY)

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
    seen = zip(looked, flags_of(desk, looked), strict=True)
    return beside_each_other([FilePreview(one, flags, _cells(one, desk)) for one, flags in seen])


def beside_each_other(files: Sequence[FilePreview]) -> tuple[FilePreview, ...]:
    """Say of each of these files what is odd about it beside the others, in place of what was said before."""
    every = with_the_others([one.looked for one in files], [one.own_flags for one in files])
    return tuple(replace(one, flags=flags) for one, flags in zip(files, every, strict=True))


def _cells(one: Looked, desk: Desk) -> Cells:
    return cells_at_fault(one, desk.place) if one.is_good else {}
