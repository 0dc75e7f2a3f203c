"""How long has something stood empty, and for how many weeks in all, by reports on some days?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What the reports of one home say: days covered, place-days empty, and the run up to the last report."""

    days_covered: int
    empty_days: int
    """Places empty, times days covered."""
    run_days: int
    """Days from the first to the last report of the run in which a place was empty without a break."""
    run_places: int
    """Places empty all through that run; 0 where the last report has none."""


def standing(days: Whole, empty: Whole, until: int, holds: int) -> Standing:
    """Read one home's reports, earliest first: `empty` places on each of the `days`, looked at on `until`.

    A report holds until the next one, but no longer than `holds` days; a longer gap breaks a run.
    """
    ends = np.minimum(np.append(days[1:], until), days + holds)
    covered = np.maximum(ends - days, 0)
    breaks = np.flatnonzero((empty == 0) | (np.diff(days, prepend=days[0]) > holds))
    first = _first_of_run(breaks, empty)
    run = empty[first:]
    return Standing(
        int(covered.sum()),
        int((covered * empty).sum()),
        int(days[-1] - days[first]) if len(run) else 0,
        int(run.min()) if len(run) else 0,
    )


def _first_of_run(breaks: Whole, empty: Whole) -> int:
    """Give where the last run begins: after the last report without a void, or after the last gap."""
    if not len(breaks):
        return 0
    last = int(breaks[-1])
    return last + 1 if empty[last] == 0 else last
