"""How does a person's file get in? Looked at, accepted, written down, and served by one new build."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import starmap
from pathlib import Path
from typing import Final

from rcc_dash.domain.progress import Progress, part
from rcc_dash.errors import UserError
from rcc_dash.intake import inbox
from rcc_dash.intake.accept import accept_all, sweep_raw
from rcc_dash.intake.accounts import accounts_by_file
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.disk import disk_told
from rcc_dash.intake.flags import Flags, flags_of, with_the_others
from rcc_dash.intake.found import Found, find_files
from rcc_dash.intake.renew import build_anew
from rcc_dash.intake.report import FileReport, LoadReport, is_doubtful
from rcc_dash.intake.take import Doubts, Looked, Said, look_at_all
from rcc_dash.settings import DataHome
from rcc_dash.store import files, manifest
from rcc_dash.store.locks import only_one
from rcc_dash.store.manifest import Load
from rcc_dash.store.warehouse import current_build_id

_SHARE_READ: Final = 0.75
"""Part of the progress bar for reading files; the rest is the build."""

_NOTHING: Final = UserError(
    "There is nothing to build from",
    "No file is loaded.",
    "Load an Ofsted list or SSDA903 files first: python -m rcc_dash load FILE_OR_FOLDER",
)


def load(
    paths: Sequence[Path],
    said: Said,
    home: DataHome,
    now: datetime,
    progress: Progress,
) -> LoadReport:
    """Load files and folders (the drop-folder if none), and build once if any file is accepted.

    `now` is in UTC. A refused file does not stop the others, and no copy of it is kept. A file that
    looks like another than it is loaded as (another LA's, last year's, costs a day) says so in its
    report, and is held back where `said` asks for that. Raises UserError when there is no file, or
    when no new build can be made: the last good one then goes on serving.
    """
    with disk_told(home), only_one(home.root / "load.lock", progress), Desk(home) as desk:
        found = find_files(paths or [_inbox(home)], home)
        if not found:
            raise _nothing(home, paths)
        looked = look_at_all(found, said, desk, now, part(progress, 0.0, _SHARE_READ))
        for one in looked:
            if one.arrival and one.outcome.refused:
                manifest.refuse(home, one.arrival, one.outcome.refused)
        flags = [()] * len(looked) if said.doubts is Doubts.PASSED else _flags(desk, looked)
        held = [said.doubts is Doubts.HELD and is_doubtful(odd) for odd in flags]
        good = [one for one, is_held in zip(looked, held, strict=True) if one.is_good and not is_held]
        report = _accepted(desk, looked, good, now, part(progress, _SHARE_READ, 1.0))
        told = tuple(starmap(_flagged, zip(report.files, flags, held, strict=True)))
        _clear_inbox(home, found, told)
    return replace(report, files=told)


def accept(
    desk: Desk, looked: Sequence[Looked], chosen: Sequence[Looked], now: datetime, progress: Progress
) -> LoadReport:
    """Load the chosen ones of the files that were looked at on this desk, and let a new build serve.

    `now` is in UTC. Raises UserError when no new build can be made: then nothing is loaded, and
    the last good build goes on serving.
    """
    with disk_told(desk.home), only_one(desk.home.root / "load.lock", progress):
        return _accepted(desk, looked, chosen, now, progress)


def rebuild(home: DataHome, now: datetime, progress: Progress) -> str:
    """Build again from what was loaded, checking again the files whose tables are out of date.

    Gives the build's id. A kept file that no longer passes is left out and listed as refused.
    Raises UserError where no build can be made, and where nothing is loaded: an empty build
    would hide the demonstration behind empty pages.
    """
    with disk_told(home), only_one(home.root / "load.lock", progress):
        if not manifest.accepted(home):
            raise _NOTHING
        return build_anew(home, now, progress)


def _accepted(
    desk: Desk, looked: Sequence[Looked], chosen: Sequence[Looked], now: datetime, progress: Progress
) -> LoadReport:
    home = desk.home
    files.sweep(home.staged)
    sweep_raw(home)
    known = {arrival.key for arrival in manifest.accepted(home)}
    new = accept_all(desk, looked, chosen)
    if chosen:
        _build(home, new, now, progress)
    by_file = accounts_by_file(home)
    reports = [_report(one, known) for one in looked]
    counted = (r if r.refused else replace(r, accounts=by_file.get(r.key, ())) for r in reports)
    return LoadReport(tuple(counted), current_build_id(home))


def _flags(desk: Desk, looked: Sequence[Looked]) -> Sequence[Flags]:
    return with_the_others(looked, flags_of(desk, looked))


def _flagged(file: FileReport, flags: Flags, is_held: bool) -> FileReport:  # noqa: FBT001 one of a row's values
    """A file that is held back has no rows anywhere, though the same bytes may count otherwise."""
    return replace(file, flags=flags, held_back=is_held, accounts=() if is_held else file.accounts)


def _report(one: Looked, known: Iterable[str]) -> FileReport:
    sha256, key = (one.arrival.sha256, one.arrival.key) if one.arrival else ("", "")
    seen = one.outcome
    return FileReport(
        file_name=one.found.name,
        folder=one.found.folder,
        sha256=sha256,
        key=key,
        seen_before=key in known,
        refused=seen.refused,
        findings=seen.findings,
        passed_over=seen.passed_over,
    )


def _build(home: DataHome, new: Iterable[Load], now: datetime, progress: Progress) -> None:
    """Build; a file with which no build can be made must not stand in the way of every later one."""
    try:
        build_anew(home, now, progress)
    except Exception as error:
        why = error if isinstance(error, UserError) else _no_build()
        for one in new:
            manifest.withdraw(home, one.arrival, why, one.number)
        raise


def _inbox(home: DataHome) -> Path:
    home.inbox.mkdir(parents=True, exist_ok=True)
    return home.inbox


def _clear_inbox(home: DataHome, found: Iterable[Found], taken: Iterable[FileReport]) -> None:
    for file, report in zip(found, taken, strict=True):
        if file.in_inbox and not report.held_back:
            inbox.clear(home, file, report.refused)


def _nothing(home: DataHome, paths: Sequence[Path]) -> UserError:
    return UserError(
        title="There is nothing to load",
        what=f"No file was found in {', '.join(map(str, paths)) or home.inbox}.",
        fix="Name files or folders, or put files into the drop-folder and load again.",
    )


def _no_build() -> UserError:
    return UserError(
        title="The file was set aside",
        what="The program could not make a build with it.",
        fix="Please report it. The data loaded before go on serving.",
    )
