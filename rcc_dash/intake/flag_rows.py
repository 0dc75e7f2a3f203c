"""Are so many of its rows at fault that something is wrong with the file and not with the rows?"""

from collections.abc import Iterator
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.intake.report import Flag
from rcc_dash.intake.subject import Subject

_MOST: Final = 0.25
"""A quarter of the rows rejected: a whole column is wrong, not a few cells."""
_FEWEST: Final = 20
_FIX: Final = "Mend the column and choose the file again: what is loaded now would lack these rows."


def row_flags(subject: Subject) -> Iterator[Flag]:
    """Say when over a quarter of the rows cannot be loaded, and what most of them suffer from."""
    count = subject.looked.outcome.counts
    if count["rejected"] < _FEWEST or count["rejected"] <= _MOST * count["read"]:
        return
    faults = [one for one in subject.looked.outcome.findings if one.severity is Severity.ERROR]
    worst = max(faults, key=lambda one: one.rows, default=None)
    where = f" Most of all, column '{worst.column}': {worst.what}" if worst and worst.column else ""
    what = f"{count['rejected']:,} of its {count['read']:,} rows cannot be loaded.{where}"
    yield Flag("F17", Severity.WARNING, what, _FIX)
