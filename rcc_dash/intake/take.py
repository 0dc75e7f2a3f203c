"""How is each file taken in: kept, checked and written down as accepted or refused?"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.intake.found import Found
from rcc_dash.intake.outcome import Outcome
from rcc_dash.intake.report import FileReport
from rcc_dash.intake.secret_keys import secrets_of
from rcc_dash.intake.side_by_side import SideBySide, side_by_side
from rcc_dash.settings import DataHome
from rcc_dash.store import manifest, raw
from rcc_dash.store.manifest import Arrival

_SHARE_KEPT: Final = 0.05
"""Part of the progress bar for copying; the rest is checking."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said about the files, used where they and their folders say nothing."""

    la: str | None = None
    year: int | None = None
    as_of: date | None = None


def take_all(
    found: Sequence[Found], said: Said, home: DataHome, now: datetime, progress: Progress
) -> list[FileReport]:
    """Keep and check each file; one that is refused says so in its report and stops no other.

    Many files are checked side by side, but written down in their order, so that the outcome is the same.
    """
    known = {arrival.sha256 for arrival in manifest.accepted(home)}
    secrets_of(home)  # made before several may want to make them
    reports: list[FileReport] = []
    with side_by_side(home, len(found)) as work:
        taken = [_taken(file, said, home, now, work) for file in _told(found, progress)]
        for number, one in enumerate(taken):
            share = _SHARE_KEPT + (1 - _SHARE_KEPT) * number / len(taken)
            progress(share, f"Reading {one.report.file_name} ({number + 1} of {len(taken)})")
            report = _written_down(home, one)
            reports.append(replace(report, seen_before=report.sha256 in known))
    return reports


@dataclass(frozen=True, slots=True)
class _Taken:
    """A file that is kept and being checked, or (`arrival` is null) that could not even be copied."""

    report: FileReport
    arrival: Arrival | None = None
    outcome: Future[Outcome] | None = None


def _told(found: Sequence[Found], progress: Progress) -> Iterator[Found]:
    for number, file in enumerate(found):
        progress(_SHARE_KEPT * number / len(found), f"Keeping {file.path.name}")
        yield file


def _taken(file: Found, said: Said, home: DataHome, now: datetime, work: SideBySide) -> _Taken:
    report = FileReport(file.path.name, file.folder, "")
    try:
        arrival = _kept(file, said, home, now)
    except OSError as error:
        return _Taken(replace(report, refused=_unreadable(file, error)))
    return _Taken(replace(report, sha256=arrival.sha256), arrival, work.check(arrival))


def _written_down(home: DataHome, one: _Taken) -> FileReport:
    if one.arrival is None or one.outcome is None:
        return one.report
    came_to = one.outcome.result()
    if came_to.refused:
        manifest.refuse(home, one.arrival, came_to.refused)
        return replace(one.report, refused=came_to.refused)
    manifest.accept(home, one.arrival)
    return replace(one.report, findings=came_to.findings, passed_over=came_to.passed_over)


def _kept(file: Found, said: Said, home: DataHome, now: datetime) -> Arrival:
    return Arrival(
        sha256=raw.keep(home, file.path),
        bytes=file.path.stat().st_size,
        file_name=file.path.name,
        folder=file.folder,
        la=said.la,
        year=said.year,
        as_of=said.as_of.isoformat() if said.as_of else None,
        at=now.isoformat(),
    )


def _unreadable(file: Found, error: OSError) -> UserError:
    return UserError(
        title=f"{file.path.name} could not be copied",
        what=f"{error.strerror or 'The disk did not say why'}.",
        fix="Check that the file can be opened and that the data folder has space, then load it again.",
    )
