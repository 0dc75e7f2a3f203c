"""SSDA903 DoLO (from 2026/27): which orders deprived a child of liberty?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.child_tables import DOLO
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.ssda903_child import births, children
from rcc_dash.ingest.layouts.ssda903_fields import DOLO as FIELDS
from rcc_dash.ingest.layouts.ssda903_fields import KNOWN
from rcc_dash.ingest.layouts.ssda903_spells import overlaps, same_starts, spells
from rcc_dash.ingest.layouts.ssda903_whose import whose_rows
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Rule
from rcc_dash.ingest.told import Told

HEADERS: Final = ("CHILD", "DOB", "DOLO_START", "DOLO_END")
"""The published columns, in order."""

_SOURCE: Final = "ssda903_dolo"
_FIRST_YEAR: Final = 2027
"""Return year from which the return has the file."""

_OVERLAP: Final = Rule(
    "E14", Severity.WARNING, "started",
    "The order starts while an earlier one of the same child still runs, or has no end.",
    "End the earlier order, or delete the row that is wrong.",
)  # fmt: skip
_EARLY: Final = Rule(
    "C02", Severity.WARNING, "started",
    "The return of this year has no file of orders; the row is kept.",
    "See whether the return year is wrong.",
)  # fmt: skip


def check_dolo(matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of orders into the `dolo` table, one account per LA and return year.

    Raises UserError when the LA or the year is nowhere to be found.
    """
    whose = whose_rows(matched, told)
    la_code, year = whose.columns["la_code"], whose.columns["year"]
    parts = (whose, children(matched, la_code, secrets), births(matched, year), spells(matched, year))
    dolo = pd.concat([part.columns for part in parts], axis="columns")
    findings = [finding for part in parts for finding in part.findings]
    findings += [
        same_starts(matched, dolo),
        _OVERLAP.hit(matched, overlaps(dolo)),
        _EARLY.hit(matched, year < _FIRST_YEAR),
    ]
    return finish(matched, Target(DOLO, _SOURCE, year.astype("str"), la_code), dolo, findings)


LAYOUTS: Final = (
    Layout(
        _SOURCE, DOLO, "SSDA903 DoLO", FIELDS, check_dolo, known=KNOWN,
        empty_says="no order deprived a child of liberty in the year", since=_FIRST_YEAR,
    ),
)  # fmt: skip
