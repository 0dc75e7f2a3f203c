"""How is each file taken in: kept, checked and written down as accepted or refused?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.intake.check import check_kept
from rcc_dash.intake.found import Found
from rcc_dash.intake.report import FileReport, findings
from rcc_dash.settings import DataHome
from rcc_dash.store import manifest, raw
from rcc_dash.store.manifest import Arrival


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said about the files, used where they and their folders say nothing."""

    la: str | None = None
    year: int | None = None
    as_of: date | None = None


def take_all(
    found: Sequence[Found], said: Said, home: DataHome, now: datetime, progress: Progress
) -> list[FileReport]:
    """Keep and check each file; one that is refused says so in its report and stops no other."""
    known = {arrival.sha256 for arrival in manifest.accepted(home)}
    sizes = [file.path.stat().st_size + 1 for file in found]
    reports: list[FileReport] = []
    for number, file in enumerate(found):
        share = sum(sizes[:number]) / sum(sizes)
        progress(share, f"Reading {file.path.name} ({number + 1} of {len(found)})")
        report = _take(file, said, home, now)
        reports.append(replace(report, seen_before=report.sha256 in known))
    return reports


def _take(file: Found, said: Said, home: DataHome, now: datetime) -> FileReport:
    report = FileReport(file.path.name, file.folder, "")
    try:
        arrival = _kept(file, said, home, now)
    except OSError as error:
        return replace(report, refused=_unreadable(file, error))
    report = replace(report, sha256=arrival.sha256)
    try:
        checked = check_kept(home, arrival)
    except UserError as why:
        manifest.refuse(home, arrival, why)
        return replace(report, refused=why)
    manifest.accept(home, arrival)
    return replace(report, findings=findings(checked), passed_over=checked.passed_over)


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
