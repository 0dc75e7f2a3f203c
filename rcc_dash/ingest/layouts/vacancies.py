"""Vacancy return: which registered places of a home can take a child on a date?

Registered places are occupied, void and ready, or unavailable for one of five reasons.
"""

from typing import Final

import pandas as pd

from rcc_dash.domain.home_tables import VACANCY
from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.dates import to_dates
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.numbers import to_whole_numbers
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.told import Told, as_of_told
from rcc_dash.ingest.urns import OTHER_REGULATOR, tidy_urns

_UNAVAILABLE: Final = {
    "unavailable_matching": ("Unavailable: matching",),
    "unavailable_staffing": ("Unavailable: staffing",),
    "unavailable_solo": ("Unavailable: solo use", "Unavailable: solo"),
    "unavailable_repair": ("Unavailable: repair", "Unavailable: repairs"),
    "unavailable_reserved": ("Unavailable: reserved",),
}
FIELDS: Final = (
    Field("urn", ("URN", "Ofsted URN"), required=True),
    Field("as_of", ("As-of date", "As of date", "As at", "Date of return"), like=False),
    Field("registered_places", ("Registered places",), required=True),
    Field("available_places", ("Available places",)),
    Field("occupied_places", ("Occupied places",), required=True),
    *(Field(name, synonyms, like=False) for name, synonyms in _UNAVAILABLE.items()),
)

HEADERS: Final = tuple(field.synonyms[0] for field in FIELDS)
"""The columns of the return, in order."""

_SOURCE: Final = "vacancies"
_REQUIRED: Final = ("registered_places", "occupied_places")
_COUNTS: Final = (*_REQUIRED, "available_places", *_UNAVAILABLE)
_NO_URN: Final = Rule(
    "U03", Severity.ERROR, "urn", "The home has no URN, or one that is neither seven digits nor SC and six.",
    "Take the URN from Ofsted's list.",
)  # fmt: skip
_NO_DATE: Final = Rule(
    "I07", Severity.ERROR, "as_of", "The row does not say of which day it speaks.",
    "Write the date as day/month/year.",
)  # fmt: skip
_OVERFULL: Final = Rule(
    "U11", Severity.WARNING, "occupied_places",
    "More places are occupied than are registered; kept as returned.",
    "Ask the home: siblings in one room, an emergency, or a slip.",
)  # fmt: skip
_TOO_MANY: Final = Rule(
    "V01", Severity.WARNING, "registered_places",
    "Occupied and unavailable places together are more than the registered ones.",
    "See whether a child's place is also given as unavailable.",
)  # fmt: skip
_MISCOUNTED: Final = Rule(
    "V02", Severity.WARNING, "available_places",
    "Available places are fewer than the occupied ones, or more than registered less unavailable.",
    "Available places are those that could be used, with or without a child in them.",
)  # fmt: skip
_TWICE: Final = Rule(
    "V03", Severity.WARNING, "urn", "The home stands twice for one day.", "Delete the row that is wrong."
)


def check_vacancies(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
    """Turn a sheet of homes into the `vacancy` table, one account per date.

    Raises UserError when no row, banner, name or argument says the date.
    """
    as_of = _days(matched, told)
    urn = tidy_urns(matched.column("urn"))
    urn = urn.mask(urn.eq(OTHER_REGULATOR))
    counts = _counts(matched)
    columns = counts.columns.assign(urn=urn, as_of=as_of)
    findings = (
        _NO_URN.hit(matched, urn.isna()),
        _NO_DATE.hit(matched, as_of.isna()),
        _TWICE.hit(matched, columns.duplicated(["urn", "as_of"], keep=False) & urn.notna()),
        *counts.findings,
        *_sums(matched, counts.columns),
    )
    period = as_of.dt.strftime("%Y-%m-%d")
    return finish(matched, Target(VACANCY, _SOURCE, period), columns, findings)


def _days(matched: Matched, told: Told) -> pd.Series:
    cells = matched.column("as_of")
    days = to_dates(cells)
    said = as_of_told((matched.banner, matched.sheet), told) if cells.eq("").any() else None
    days = days.mask(cells.eq(""), pd.Timestamp(said)) if said else days
    if days.isna().all():
        raise UserError(
            title=f"Of which day does {told.file_name} speak?",
            what="Neither a column nor the name of the sheet, file or folder gives a date.",
            fix="Fill in the column 'As-of date', put the date in the file's name (as in "
            "'vacancies 2025-03-31.csv'), or say it when loading: --as-of 2025-03-31.",
            asks="as_of",
        )
    return days


def _counts(matched: Matched) -> Part:
    columns, findings = {}, []
    for name in _COUNTS:
        cells = matched.column(name)
        columns[name] = to_whole_numbers(cells)
        is_lost = columns[name].isna() & (cells.ne("") | (name in _REQUIRED))
        findings.append(_uncounted(name).hit(matched, is_lost))
    return Part(pd.DataFrame(columns), tuple(findings))


def _uncounted(name: str) -> Rule:
    fix = "Write a whole number, 0 for none."
    if name in _REQUIRED:
        return Rule("V04", Severity.ERROR, name, "The number of places is blank or no number.", fix)
    return Rule("V04", Severity.MENDED, name, "The cell is no whole number and was left blank.", fix)


def _sums(matched: Matched, counts: pd.DataFrame) -> tuple[Finding, ...]:
    registered, occupied = counts["registered_places"], counts["occupied_places"]
    available, closed = counts["available_places"], counts[list(_UNAVAILABLE)].sum(axis="columns")
    return (
        _OVERFULL.hit(matched, occupied > registered),
        _TOO_MANY.hit(matched, (occupied + closed > registered) & (closed > 0)),
        _MISCOUNTED.hit(matched, (available < occupied) | (available > registered - closed)),
    )


LAYOUTS: Final = (Layout(_SOURCE, VACANCY, "Vacancy return", FIELDS, check_vacancies),)
