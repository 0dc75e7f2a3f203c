"""Does a plain census come after one that a regional hub had joined to the 903 return (F08)?"""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.intake.flag_known import replaced
from rcc_dash.intake.report import Flag
from rcc_dash.intake.subject import Subject
from rcc_dash.store import staging

_CENSUS: Final = "census"
_JOINED: Final = ["origin_sector", "placement_sector", "distance_miles", "sdq_score", "missing_12m"]


def joined_flags(subject: Subject) -> Iterator[Flag]:
    """Say what becomes of the columns that a hub had joined to the census which this one replaces."""
    frame = subject.tables.get(_CENSUS)
    if frame is None or _is_joined(frame):
        return
    for one in replaced(subject):
        staged = staging.read(subject.loaded.home, one.load.arrival.key)
        before = staged.tables.get(_CENSUS) if staged else None
        if before is not None and _is_joined(pd.read_parquet(before, columns=_JOINED)):
            what = (
                f"Load {one.load.number} has columns that a hub joined to the census from the 903 return, and"
                " this file has none. They are kept for children whose start, home and kind of placement"
                " are the same in both."
            )
            yield Flag("F08", Severity.INFO, what, "Ask the hub to join the new census too.")


def _is_joined(frame: pd.DataFrame) -> bool:
    return bool(frame[_JOINED].notna().any(axis=None))
