"""SSDA903 Missing: when a child was missing, or away without authorisation."""

from typing import Final

import pandas as pd

from rcc_dash.domain.child_tables import MISSING
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.ssda903_child import births, children
from rcc_dash.ingest.layouts.ssda903_codes import CodeColumn, code_columns
from rcc_dash.ingest.layouts.ssda903_fields import KNOWN
from rcc_dash.ingest.layouts.ssda903_fields import MISSING as FIELDS
from rcc_dash.ingest.layouts.ssda903_spells import same_starts, spells
from rcc_dash.ingest.layouts.ssda903_whose import whose_rows
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told

HEADERS: Final = ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END")
"""The published columns, in order."""

_SOURCE: Final = "ssda903_missing"
_KIND: Final = CodeColumn("kind", "kind", "MISSING")


def check_missing(matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of times missing into the `missing` table, one account per LA and return year.

    Raises UserError when the LA or the year is nowhere to be found.
    """
    whose = whose_rows(matched, told)
    la_code, year = whose.columns["la_code"], whose.columns["year"]
    parts = (
        whose,
        children(matched, la_code, secrets),
        births(matched, year),
        code_columns(matched, year, (_KIND,)),
        spells(matched, year),
    )
    missing = pd.concat([part.columns for part in parts], axis="columns")
    findings = [finding for part in parts for finding in part.findings]
    findings.append(same_starts(matched, missing))
    return finish(matched, Target(MISSING, _SOURCE, year.astype("str"), la_code), missing, findings)


LAYOUTS: Final = (
    Layout(
        _SOURCE, MISSING, "SSDA903 Missing", FIELDS, check_missing, known=KNOWN,
        empty_says="no child was missing in the year",
    ),
)  # fmt: skip
