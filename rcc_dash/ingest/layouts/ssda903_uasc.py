"""SSDA903 UASC: who is or was an unaccompanied asylum-seeking child."""

from typing import Final

import pandas as pd

from rcc_dash.domain.child_tables import UASC
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.ssda903_child import births, children, day_column, yearly_copies
from rcc_dash.ingest.layouts.ssda903_fields import KNOWN, NOT_OF_CHILDREN
from rcc_dash.ingest.layouts.ssda903_fields import UASC as FIELDS
from rcc_dash.ingest.layouts.ssda903_whose import whose_rows
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Rule
from rcc_dash.ingest.told import Told

HEADERS: Final = ("CHILD", "SEX", "DOB", "DUC")
"""The published columns, in order."""

_SOURCE: Final = "ssda903_uasc"
_YOUNGEST: Final = 11
_YOUNG: Final = Rule(
    "I06", Severity.WARNING, "born",
    "An unaccompanied child is under 11 at the end of the year.", "See whether the date of birth is right.",
)  # fmt: skip


def check_uasc(matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of unaccompanied children into the `uasc` table, one account per LA and return year.

    Raises UserError when the LA or the year is nowhere to be found.
    """
    whose = whose_rows(matched, told)
    la_code, year = whose.columns["la_code"], whose.columns["year"]
    who = children(matched, la_code, secrets)
    born = births(matched, year)
    ended, no_end = day_column(matched, "uasc_ended")
    uasc = pd.concat([whose.columns, who.columns], axis="columns").assign(uasc_ended_on=ended)
    findings = (
        *whose.findings,
        *who.findings,
        *born.findings,
        *no_end,
        _YOUNG.hit(matched, born.columns["age_years"] < _YOUNGEST),
        yearly_copies(matched, uasc),
    )
    target = Target(UASC, _SOURCE, year.astype("str"), la_code)
    return finish(matched, target, uasc, findings)


LAYOUTS: Final = (
    Layout(
        _SOURCE, UASC, "SSDA903 UASC", FIELDS, check_uasc, known=KNOWN, without=NOT_OF_CHILDREN,
        empty_says="no child in care had come to the country alone in the year",
    ),
)  # fmt: skip
