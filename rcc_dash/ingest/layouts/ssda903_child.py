"""Who is each row about, and how old? Ids and birth dates go in, keys and months come out."""

from typing import Final

import pandas as pd

from rcc_dash.domain.codes import ages_in_years
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.dates import to_dates
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.reduce import birth_months, child_keys, tidy_ids
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.sums import are_no_ids

LAST_YEAR: Final = 2100
"""Later years are other people's words for "still open" (2999-12-31), or slips."""

_NO_CHILD: Final = Rule(
    "I01", Severity.ERROR, "child", "The child id is blank.", "Fill in the id as your case system has it."
)
_TIDIED: Final = Rule(
    "I08", Severity.INFO, "child",
    "Child ids were read without spaces, leading zeros, '.0' or the LA at their end, so that years link.",
    "Nothing to do.",
)  # fmt: skip
_NOBODY: Final = Rule(
    "I09", Severity.ERROR, "child", "The row is a total or a note, and not a child.",
    "Nothing to do, or delete the row.",
)  # fmt: skip
_ROUNDED: Final = Rule(
    "I09", Severity.WARNING, "child",
    "Child ids were rounded by a spreadsheet (they read like 1.23E+09): different children may have one id.",
    "Export the file again with the id column as text.",
)  # fmt: skip
_TWICE: Final = Rule(
    "I05", Severity.WARNING, "child",
    "The same child stands in the return more than once.", "Delete the row that is wrong.",
)  # fmt: skip
_OLDEST: Final = 18
"""Care ends on the 18th birthday, so nobody in a return is 19 at its end."""
_UNLIKELY_AGE: Final = Rule(
    "I04", Severity.WARNING, "born",
    "The child is born after the end of the return year, or over 18 at it.",
    "See whether the date of birth or the return year is wrong.",
)  # fmt: skip
_BIRTHDAYS: Final = Rule(
    "P01", Severity.INFO, "born",
    "Dates of birth were reduced to the month before anything was stored.", "Nothing to do.",
)  # fmt: skip
_MIXED: Final = (
    "Some dates are written day first and some year first; each was read by its own form.",
    "See whether days and months have changed places in some rows.",
)


def children(matched: Matched, la_code: pd.Series, secrets: Secrets) -> Part:
    """Give `child_key` and `record_key` of each row; rows without an id are rejected."""
    given = matched.column("child")
    tidy = tidy_ids(given, la_code)
    findings = (
        _NO_CHILD.hit(matched, tidy.eq("")),
        _NOBODY.hit(matched, are_no_ids(given)),
        _ROUNDED.hit(matched, tidy.str.fullmatch(r"\d(?:\.\d+)?E\+\d+")),
        _TIDIED.hit(matched, tidy.ne(given)),
    )
    return Part(child_keys(tidy, la_code, secrets), findings)


def day_column(matched: Matched, field: str, *, required: bool = False) -> tuple[pd.Series, list[Finding]]:
    """Read a column of dates; one that cannot be read is blanked, or rejects its row when required."""
    cells = matched.column(field)
    days = to_dates(cells)
    days = days.mask(days.dt.year > LAST_YEAR)
    lost = days.isna() if required else days.isna() & cells.ne("")
    iso = cells.str.match(r"\d{4}-").where(days.notna())
    odd = iso.eq(other=True) & bool(iso.eq(other=False).any())
    mixed = Rule("F11", Severity.WARNING, field, *_MIXED)
    return days, [_unread(field, required=required).hit(matched, lost), mixed.hit(matched, odd)]


def births(matched: Matched, year: pd.Series) -> Part:
    """Give `born_month` and `age_years` at the end of the return year; the day of birth goes no further."""
    born, findings = day_column(matched, "born")
    closes = pd.to_datetime(year.astype("str") + "-03-31", errors="coerce")
    age = ages_in_years(born, closes)
    columns = pd.DataFrame({"born_month": birth_months(born), "age_years": age})
    is_unlikely = (age < 0) | (age > _OLDEST)
    return Part(
        columns,
        (*findings, _UNLIKELY_AGE.hit(matched, is_unlikely), _BIRTHDAYS.hit(matched, born.notna())),
    )


def yearly_copies(matched: Matched, rows: pd.DataFrame) -> Finding:
    """Find children who stand in one return twice."""
    return _TWICE.hit(matched, rows.duplicated(["la_code", "year", "child_key"], keep=False))


def _unread(field: str, *, required: bool) -> Rule:
    fix = "Write the date as day/month/year."
    if required:
        return Rule("I07", Severity.ERROR, field, "The date is blank or cannot be read.", fix)
    return Rule("I07", Severity.MENDED, field, "A date could not be read and was left blank.", fix)
