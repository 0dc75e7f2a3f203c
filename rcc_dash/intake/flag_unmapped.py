"""Does a list use words that nobody has met yet, for so many rows that its figures would be wrong?"""

from collections.abc import Iterator
from typing import Final

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.words import and_list
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.intake.report import Finding, Flag
from rcc_dash.intake.subject import Subject

_MOST: Final = 0.01
"""One row in a hundred (design/disclosure.md 4, R14): next year's list may bring new kinds of homes."""
_NEW_WORDS: Final = frozenset(
    fault.code
    for fault in (
        faults.NEW_TYPE,
        faults.NEW_SECTOR,
        faults.NEW_JUDGEMENT,
        faults.NEW_CATEGORY,
        faults.NEW_CODE,
    )
)
_FIX: Final = (
    "Find out what the new words mean. A new type goes into data/reference/provision_types.csv. Loaded as"
    " it is, these rows count as not known."
)


def unmapped_flags(subject: Subject) -> Iterator[Flag]:
    """Say when over one row in a hundred has a word of Ofsted's that means nothing here yet."""
    new = [one for one in subject.looked.outcome.findings if one.code in _NEW_WORDS]
    read = subject.looked.outcome.counts["read"]
    if any(one.rows > _MOST * read for one in new):
        said = and_list([_said(one) for one in new])
        yield Flag("F18", Severity.WARNING, f"Unmapped: {said}, of {read:,} rows.", _FIX)


def _said(one: Finding) -> str:
    return f"{one.rows:,} in column '{one.column}'"
