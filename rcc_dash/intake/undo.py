"""How does a load that was a mistake go out again, so that nothing else changes?"""

from datetime import datetime

from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.intake.accept import withdraw_by_hand
from rcc_dash.intake.disk import disk_told
from rcc_dash.intake.loads import find
from rcc_dash.intake.renew import build_anew
from rcc_dash.settings import DataHome
from rcc_dash.store import manifest, pointer
from rcc_dash.store.locks import only_one
from rcc_dash.store.manifest import Load


def undo(home: DataHome, number: int, now: datetime, progress: Progress) -> Load:
    """Take back the load of this number: the build that is made here leaves it out; its file is kept.

    What it had replaced counts again. When nothing is left, no build serves. `now` is in UTC.
    Raises UserError for a number that is not a load that counts, and where no build can be made.
    """
    with disk_told(home), only_one(home.root / "load.lock", progress):
        standing = find(home, number)
        if standing is None or not standing.can_be_undone:
            raise _not_a_load(number)
        withdraw_by_hand(home, standing.load, now)
        if manifest.accepted(home):
            build_anew(home, now, progress)
        else:
            pointer.serve_nothing(home)
    progress(1.0, f"Load {number} is undone")
    return standing.load


def _not_a_load(number: int) -> UserError:
    return UserError(
        title=f"There is no load {number} to undo",
        what="No load of this number counts now.",
        fix="See the list of loads: python -m rcc_dash status, or the page Load files.",
    )
