"""Would headings alone, which say that there is nobody, take the place of rows (X05)?"""

from collections.abc import Iterator
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.intake.flag_known import replaced
from rcc_dash.intake.loads import claims, kept_rows, things
from rcc_dash.intake.report import Flag
from rcc_dash.intake.subject import Subject

_FIX: Final = "Load it only if there is nobody after all; a form that was not filled in says the same."


def nobody_flags(subject: Subject) -> Iterator[Flag]:
    """Say which loads have rows of somebody where this file has headings alone."""
    nobody = claims(one for one in subject.accounts if not one.rows_read)
    for one in replaced(subject):
        had = claims(account for account in one.accounts if kept_rows(account)) & nobody
        if had:
            of = "; ".join(things(sorted(had, key=str)))
            what = f"It says that there is nobody, and load {one.load.number} has rows of somebody: {of}."
            yield Flag("X05", Severity.WARNING, what, _FIX)
