"""SSDA903 header: who the children of one return are."""

from typing import Final

import pandas as pd

from rcc_dash.domain.child_tables import CHILD
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.ssda903_child import births, children, yearly_copies
from rcc_dash.ingest.layouts.ssda903_codes import CodeColumn, code_columns, sexes
from rcc_dash.ingest.layouts.ssda903_fields import HEADER, KNOWN, NOT_OF_CHILDREN
from rcc_dash.ingest.layouts.ssda903_whose import whose_rows
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.told import Told

HEADERS: Final = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
"""The published columns, in order."""

_SOURCE: Final = "ssda903_header"
_UPN: Final = Rule("P01", Severity.INFO, "upn", "Pupil numbers (UPN) were not stored.", "Nothing to do.")
_CHANGED: Final = {
    column: Rule(
        "I03", Severity.WARNING, field,
        "The same child's details differ between returns in this file; the latest year counts.",
        "Correct the return that is wrong.",
    )
    for field, column in (("born", "born_month"), ("sex", "sex"), ("ethnic", "ethnic_code"))
}  # fmt: skip


def check_header(matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of children into the `child` table, one account per LA and return year.

    Raises UserError when the LA or the year is nowhere to be found.
    """
    whose = whose_rows(matched, told)
    la_code, year = whose.columns["la_code"], whose.columns["year"]
    parts = (whose, children(matched, la_code, secrets), births(matched, year), _about(matched, year))
    child = pd.concat([part.columns for part in parts], axis="columns")
    findings = [finding for part in parts for finding in part.findings]
    findings += [yearly_copies(matched, child), *_disagreements(matched, child)]
    target = Target(CHILD, _SOURCE, year.astype("str"), la_code)
    return finish(matched, target, child, findings)


def _about(matched: Matched, year: pd.Series) -> Part:
    ethnic = code_columns(matched, year, (CodeColumn("ethnic", "ethnic_code", "ETHNIC"),))
    sex, sex_findings = sexes(matched)
    upn = _UPN.hit(matched, matched.column("upn").ne(""))
    return Part(ethnic.columns.assign(sex=sex), (*ethnic.findings, *sex_findings, upn))


def _disagreements(matched: Matched, child: pd.DataFrame) -> list[Finding]:
    same_child = child.groupby(["la_code", "child_key"])
    return [
        rule.hit(matched, same_child[column].transform("nunique") > 1) for column, rule in _CHANGED.items()
    ]


LAYOUTS: Final = (
    Layout(_SOURCE, CHILD, "SSDA903 header", HEADER, check_header, known=KNOWN, without=NOT_OF_CHILDREN),
)
