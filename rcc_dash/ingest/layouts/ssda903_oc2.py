"""SSDA903 OC2: difficulties, offending and substance misuse of children looked after for a year."""

from typing import Final

import pandas as pd

from rcc_dash.domain.child_tables import OC2
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.answers import to_yes_no
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.ssda903_child import births, children, yearly_copies
from rcc_dash.ingest.layouts.ssda903_codes import NOTHING, CodeColumn, code_columns
from rcc_dash.ingest.layouts.ssda903_fields import HEALTH, KNOWN
from rcc_dash.ingest.layouts.ssda903_fields import OC2 as FIELDS
from rcc_dash.ingest.layouts.ssda903_whose import whose_rows
from rcc_dash.ingest.numbers import to_whole_numbers
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.told import Told

HEADERS: Final = (
    "CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK",
    "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
)  # fmt: skip
"""The published columns, in order."""

_SOURCE: Final = "ssda903_oc2"
_REASON: Final = CodeColumn("sdq_reason", "sdq_reason", "SDQ_REASON")
_ANSWERS: Final = ("convicted", "substance_misuse", "intervention_received", "intervention_offered")
_HIGHEST: Final = 40
_AGES_SCORED: Final = (4, 16)
_NO_SCORE: Final = Rule(
    "H01", Severity.MENDED, "sdq_score", "The score is no whole number from 0 to 40 and was left blank.",
    "Correct the score.",
)  # fmt: skip
_UNSAID: Final = Rule(
    "H02", Severity.WARNING, "sdq_score",
    "A child of 4 to 16 has neither a score nor a reason for having none.", "Fill in one of them.",
)  # fmt: skip
_BOTH: Final = Rule(
    "H02", Severity.WARNING, "sdq_reason",
    "A score is given, and a reason for having none; the score counts.", "Delete the one that is wrong.",
)  # fmt: skip
_HEALTH: Final = Rule(
    "P01", Severity.INFO, None, "Health checks, immunisations, teeth checks and assessments were not stored.",
    "Nothing to do.",
)  # fmt: skip


def check_oc2(matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of children into the `oc2` table, one account per LA and return year.

    Raises UserError when the LA or the year is nowhere to be found.
    """
    whose = whose_rows(matched, told)
    la_code, year = whose.columns["la_code"], whose.columns["year"]
    who, born = children(matched, la_code, secrets), births(matched, year)
    reason = code_columns(matched, year, (_REASON,))
    parts = (whose, who, born, reason, _scores(matched), _answers(matched))
    oc2 = pd.concat([part.columns for part in parts], axis="columns")
    findings = [finding for part in parts for finding in part.findings]
    findings += [
        yearly_copies(matched, oc2),
        *_doubts(matched, oc2),
        _HEALTH.hit(matched, _has_health(matched)),
    ]
    return finish(matched, Target(OC2, _SOURCE, year.astype("str"), la_code), oc2, findings)


def _scores(matched: Matched) -> Part:
    cells = matched.column("sdq_score")
    scores = to_whole_numbers(cells)
    scores = scores.where(scores <= _HIGHEST)
    is_lost = scores.isna() & ~cells.str.upper().isin(NOTHING)
    return Part(pd.DataFrame({"sdq_score": scores}), (_NO_SCORE.hit(matched, is_lost),))


def _answers(matched: Matched) -> Part:
    columns, findings = {}, []
    for name in _ANSWERS:
        cells = matched.column(name)
        columns[name] = to_yes_no(cells)
        is_lost = columns[name].isna() & ~cells.str.upper().isin(NOTHING)
        findings.append(_no_answer(name).hit(matched, is_lost))
    return Part(pd.DataFrame(columns), tuple(findings))


def _no_answer(name: str) -> Rule:
    what = "The cell is neither 0 nor 1 and was left blank."
    return Rule("C03", Severity.MENDED, name, what, "Write 0 or 1.")


def _doubts(matched: Matched, oc2: pd.DataFrame) -> tuple[Finding, ...]:
    has_score, has_reason = oc2["sdq_score"].notna(), oc2["sdq_reason"].notna()
    is_scored_age = oc2["age_years"].between(*_AGES_SCORED)
    return (
        _UNSAID.hit(matched, ~has_score & ~has_reason & is_scored_age),
        _BOTH.hit(matched, has_score & has_reason),
    )


def _has_health(matched: Matched) -> "pd.Series[bool]":
    given = pd.DataFrame({field.name: matched.column(field.name).ne("") for field in HEALTH})
    return given.any(axis="columns")


LAYOUTS: Final = (Layout(_SOURCE, OC2, "SSDA903 OC2", FIELDS, check_oc2, known=KNOWN),)
