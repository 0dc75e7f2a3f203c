"""Is a return about children so old that it may have to be gone by now (F09)?"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.intake.report import Flag
from rcc_dash.intake.subject import Subject

_KEPT_YEARS: Final = 12
"""The longest that regional hubs agree to keep returns; most agree on seven (design/sources.md 1.7)."""
_FIX: Final = "See whether your agreement lets you keep it."


def age_flags(subject: Subject) -> Iterator[Flag]:
    """Say when a return of an LA is of a year that hardly any agreement lets a region keep."""
    arrival = subject.looked.arrival
    years = [int(one.period[:4]) for one in subject.accounts if one.la_code and one.period]
    if arrival is None or not years:
        return
    oldest = min(years)
    if oldest < datetime.fromisoformat(arrival.at).year - _KEPT_YEARS:
        what = f"It holds rows about children of {oldest}, over {_KEPT_YEARS} years ago."
        yield Flag("F09", Severity.WARNING, what, _FIX)
