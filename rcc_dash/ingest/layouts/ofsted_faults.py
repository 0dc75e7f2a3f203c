"""What can be wrong in a row of Ofsted's lists, what becomes of the row, and how to mend it?"""

from dataclasses import dataclass
from typing import Final

from rcc_dash.domain.problems import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault, said for people."""

    code: str
    severity: Severity
    what: str
    fix: str


_BLANK_IT: Final = "Correct the cells in the file, or leave them blank."

NO_URN: Final = Fault(
    "H01", Severity.ERROR, "No URN, so no provider; row not loaded.", "Give the provider's URN."
)
NEW_TYPE: Final = Fault(
    "H02",
    Severity.WARNING,
    "This type of provision is not known; loaded as another provision, so not as a children's home.",
    "Add the type to data/reference/provision_types.csv.",
)
NO_LA: Final = Fault(
    "H03",
    Severity.WARNING,
    "No local authority of England goes by this name; loaded without one.",
    "See whether the name is spelt as usual; areas of Wales and Scotland stay without one.",
)
NEW_SECTOR: Final = Fault("H04", Severity.MENDED, "This sector is not known; left blank.", _BLANK_IT)
NO_NUMBER: Final = Fault("H05", Severity.MENDED, "This is no whole number; left blank.", _BLANK_IT)
NO_DATE: Final = Fault("H06", Severity.MENDED, "This is no date; left blank.", _BLANK_IT)
NEW_JUDGEMENT: Final = Fault("H07", Severity.MENDED, "This judgement is not known; left blank.", _BLANK_IT)
TWICE: Final = Fault(
    "H08",
    Severity.ERROR,
    "This provider stands on the list in a row above; row not loaded.",
    "Delete the row that is wrong.",
)
NOT_INSPECTED: Final = Fault(
    "H09", Severity.ERROR, "No date of inspection; row not loaded.", "Give the date of the inspection."
)
NO_CHANGE: Final = Fault(
    "H10",
    Severity.ERROR,
    "Neither joiner nor leaver is marked; row not loaded.",
    "Mark the provider as one of the two.",
)
NEW_CATEGORY: Final = Fault(
    "H11", Severity.MENDED, "This is none of the service categories 1 to 4; left blank.", _BLANK_IT
)
NO_NAME: Final = Fault(
    "H12", Severity.ERROR, "No local authority is named; row not loaded.", "Give the local authority's name."
)
UNDATED: Final = Fault(
    "H13",
    Severity.ERROR,
    "This date of the series cannot be read; row not loaded.",
    "Write it as 31/03/2025.",
)
NEW_CODE: Final = Fault("H14", Severity.MENDED, "This is no code of a placement; left out.", _BLANK_IT)
NO_POSTCODE: Final = Fault(
    "G01",
    Severity.WARNING,
    "This is no postcode; the home is placed by its local authority only.",
    "Correct the postcode.",
)


def renamed(note: str) -> Fault:
    """Say that an area has a new name or belongs to another now."""
    return Fault("F12", Severity.INFO, f"{note}; the rows count with the present area.", "Nothing to do.")


def split(note: str) -> Fault:
    """Say that an area was divided, so that its rows belong to no present area."""
    return Fault("F12", Severity.WARNING, f"{note}; the rows count in England only.", "Nothing to do.")
