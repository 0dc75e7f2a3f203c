"""How is a new build made of what counts, when some of it must be checked again first?"""

from datetime import datetime
from typing import Final

from rcc_dash.domain.progress import Progress, part
from rcc_dash.errors import UserError
from rcc_dash.intake.check import check_kept
from rcc_dash.intake.secret_keys import is_demo, secrets_of
from rcc_dash.settings import DataHome
from rcc_dash.store import manifest, staging
from rcc_dash.store.build import build
from rcc_dash.store.locks import only_one
from rcc_dash.store.shape import is_of_this_program

_SHARE_READ: Final = 0.75
"""Part of the progress bar for reading files again; the rest is the build."""


def build_anew(home: DataHome, now: datetime, progress: Progress) -> str:
    """Make a new build of the files that count and give its id; `now` is in UTC.

    A kept file that no longer passes is left out and listed as refused. Raises UserError where no
    build can be made: the last good one then goes on serving.
    """
    _check_outdated(home, part(progress, 0.0, _SHARE_READ))
    rest = part(progress, _SHARE_READ, 1.0)
    return build(home, made_on=now, is_demo=is_demo(home), progress=rest)


def renew(home: DataHome, now: datetime, progress: Progress) -> None:
    """Build anew where the build that serves was made by an earlier version of the program.

    Raises UserError as `build_anew` does.
    """
    with only_one(home.root / "renew.lock", progress):
        if not is_of_this_program(home):
            build_anew(home, now, progress)


def _check_outdated(home: DataHome, progress: Progress) -> None:
    outdated = [one for one in manifest.accepted(home) if staging.read(home, one.key) is None]
    for number, arrival in enumerate(outdated):
        progress(number / len(outdated), f"Checking {arrival.file_name} again")
        try:
            check_kept(home, arrival, secrets_of(home))
        except UserError as why:
            manifest.withdraw(home, arrival, why)
