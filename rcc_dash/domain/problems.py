"""What is wrong with a row or a file, where, how bad, and how to mend it?"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem does to its row."""

    ERROR = "error"  # the row (or file) is rejected
    MENDED = "mended"  # the row is loaded with this value changed or blanked
    WARNING = "warning"  # the row is loaded as it is
    INFO = "info"  # nothing to do
    NOT_NEEDED = "not needed"  # the row is right and not loaded, since nothing here uses it


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. Never holds a child's id, postcode, date of birth or a row's values.

    `code` is of design/sources.md 7.4. `row` is as a person counts rows in the file;
    None with `column` None speaks of the file or sheet. `rows` counts the rows a
    file-wide finding stands for; `at` names them (the first of them, where there are many).
    """

    code: str
    severity: Severity
    sheet: str
    row: int | None
    column: str | None
    what: str
    fix: str
    rows: int = 1
    at: tuple[int, ...] = ()
