"""How does a person's file get in? Kept, checked, written down, and served by one new build."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.intake import inbox
from rcc_dash.intake.accounts import accounts_by_file
from rcc_dash.intake.check import check_kept
from rcc_dash.intake.found import Found, find_files
from rcc_dash.intake.report import FileReport, LoadReport
from rcc_dash.intake.secret_keys import is_demo
from rcc_dash.intake.take import Said, take_all
from rcc_dash.settings import DataHome
from rcc_dash.store import files, manifest, staging
from rcc_dash.store.build import build
from rcc_dash.store.locks import only_one
from rcc_dash.store.warehouse import current_build_id

_SHARE_READ: Final = 0.75
"""Part of the progress bar for reading files; the rest is the build."""


def load(
    paths: Sequence[Path],
    said: Said,
    home: DataHome,
    now: datetime,
    progress: Progress,
) -> LoadReport:
    """Load files and folders (the drop-folder if none), and build once if any file is accepted.

    `now` is in UTC. A refused file does not stop the others. Raises UserError when there is no
    file, or when no new build can be made: the last good one then goes on serving.
    """
    with only_one(home.root / "load.lock", progress):
        files.sweep(home.staged)
        found = find_files(paths or [_inbox(home)], home)
        if not found:
            raise _nothing(home, paths)
        taken = take_all(found, said, home, now, _part(progress, 0.0, _SHARE_READ))
        if any(not report.refused for report in taken):
            _build(home, taken, now, _part(progress, _SHARE_READ, 1.0))
        _clear_inbox(home, found, taken)
    by_file = accounts_by_file(home)
    counted = (r if r.refused else replace(r, accounts=by_file.get(r.sha256, ())) for r in taken)
    return LoadReport(tuple(counted), current_build_id(home))


_NOTHING: Final = UserError(
    "There is nothing to build from",
    "No file is loaded.",
    "Load an Ofsted list or SSDA903 files first: python -m rcc_dash load FILE_OR_FOLDER",
)


def rebuild(home: DataHome, now: datetime, progress: Progress) -> str:
    """Build again from what was loaded, checking again the files whose tables are out of date.

    Gives the build's id. A kept file that no longer passes is left out and listed as refused.
    Raises UserError where no build can be made, and where nothing is loaded: an empty build
    would hide the demonstration behind empty pages.
    """
    with only_one(home.root / "load.lock", progress):
        if not manifest.accepted(home):
            raise _NOTHING
        _check_outdated(home, _part(progress, 0.0, _SHARE_READ))
        rest = _part(progress, _SHARE_READ, 1.0)
        return build(home, made_on=now, is_demo=is_demo(home), progress=rest)


def _build(home: DataHome, taken: Iterable[FileReport], now: datetime, progress: Progress) -> None:
    """Build; a file with which no build can be made must not stand in the way of every later one."""
    _check_outdated(home, progress)
    try:
        build(home, made_on=now, is_demo=is_demo(home), progress=progress)
    except Exception as error:
        why = error if isinstance(error, UserError) else _no_build()
        new = {report.sha256 for report in taken if not (report.refused or report.seen_before)}
        for arrival in manifest.accepted(home):
            if arrival.sha256 in new:
                manifest.withdraw(home, arrival, why)
        raise


def _check_outdated(home: DataHome, progress: Progress) -> None:
    outdated = [one for one in manifest.accepted(home) if staging.read(home, one.sha256) is None]
    for number, arrival in enumerate(outdated):
        progress(number / len(outdated), f"Checking {arrival.file_name} again")
        try:
            check_kept(home, arrival)
        except UserError as why:
            manifest.withdraw(home, arrival, why)


def _inbox(home: DataHome) -> Path:
    home.inbox.mkdir(parents=True, exist_ok=True)
    return home.inbox


def _clear_inbox(home: DataHome, found: Iterable[Found], taken: Iterable[FileReport]) -> None:
    for file, report in zip(found, taken, strict=True):
        if file.in_inbox:
            inbox.clear(home, file, report.refused)


def _part(progress: Progress, start: float, end: float) -> Progress:
    """Report a part of the work as its part of the whole bar."""
    return lambda share, doing: progress(start + (end - start) * share, doing)


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
