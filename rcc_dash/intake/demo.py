"""Is the synthetic region there to explore? Made once, by the same door as real files."""

from datetime import datetime
from typing import Final

from rcc_dash.demo.write import write_demo
from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.intake.load import load
from rcc_dash.intake.secret_keys import publish_demo_keys
from rcc_dash.intake.take import Doubts, Said
from rcc_dash.settings import DataHome
from rcc_dash.store import files
from rcc_dash.store.locks import only_one
from rcc_dash.store.shape import is_of_this_program

_SHARE_WRITTEN: Final = 0.4


def ensure_demo(home: DataHome, now: datetime, progress: Progress) -> None:
    """Make the synthetic region at `home.demo` unless it is there; a kill leaves it whole or absent.

    One that an earlier version of the program made is made anew. Raises UserError when it cannot be made.
    """
    with only_one(home.root / "demo.lock", progress):
        if not is_of_this_program(home.demo):
            files.sweep(home.root, home.demo.root.name)
            _make(home, now, progress)
    progress(1.0, "The synthetic region is ready")


def _make(home: DataHome, now: datetime, progress: Progress) -> None:
    made = DataHome(files.unfinished(home.demo.root))
    publish_demo_keys(made)
    written = write_demo(made.root / "written", lambda share, doing: progress(_SHARE_WRITTEN * share, doing))
    report = load(
        written,
        Said(doubts=Doubts.PASSED),
        made,
        now,
        lambda share, doing: progress(_SHARE_WRITTEN + (1 - _SHARE_WRITTEN) * share, doing),
    )
    if not report.is_clean:
        raise _refused(report.refused[0].refused)
    files.put_folder(made.root, home.demo.root)


def _refused(why: UserError | None) -> UserError:
    return UserError(
        title="The synthetic region could not be made",
        what=str(why),
        fix="This is a fault of the program: please report it. Real files can be loaded all the same.",
    )
