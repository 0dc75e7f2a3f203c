"""Which groups are children and homes counted in? The publishers' own words, in a fixed order."""

from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.str_]

YEARS: Final = (2021, 2022, 2023, 2024, 2025)
NEVER: Final = 99_999
"""A day number (days since 1970) after every date of the demonstration: an open episode's end."""
SEED: Final = 20250331

PLACEMENTS: Final = (
    "Foster placements",
    "Secure homes and children's homes",
    "Independent and semi-independent living arrangements/supported accommodation",
    "Placed for adoption",
    "Placed with parents or other person with parental responsibility",
    "Residential schools",
    "Other residential settings",
    "Other placements",
)
FOSTER, HOME, SUPPORTED, ADOPTION, PARENTS, SCHOOL, OTHER_RESIDENTIAL, OTHER = range(8)

PROVIDERS: Final = (
    "Own provision (by the LA)",
    "Other LA provision",
    "Other public provision (e.g. by a PCT etc)",
    "Private provision",
    "Voluntary/third sector provision",
    "Parents or other person with parental responsibility",
    "Placement provider not reported",
)
OWN_LA, OTHER_LA, PUBLIC, PRIVATE, VOLUNTARY, BY_PARENTS, NOT_REPORTED = range(7)

LOCALITIES: Final = (
    "1. Placed inside the LA boundary, 20 miles or less from home",
    "2. Placed outside the LA boundary, 20 miles or less from home",
    "3. Placed inside the LA boundary, more than 20 miles from home",
    "4. Placed outside the LA boundary, more than 20 miles from home",
    "5. Placed inside the LA boundary, distance not known or not recorded",
    "6. Placed outside the LA boundary, distance not known or not recorded",
)
IN_NEAR, OUT_NEAR, IN_FAR, OUT_FAR, IN_UNKNOWN, OUT_UNKNOWN = range(6)

AGES: Final = ("Under 1 year", "1 to 4 years", "5 to 9 years", "10 to 15 years", "16 years and over")
AGE_STARTS: Final = (0, 1, 5, 10, 16, 18)

UASC: Final = ("Non-UASC", "UASC")

HOME_KINDS: Final = (
    "Children's home",
    "Secure children's home",
    "Residential special school registered as children's home",
)
HOME_SECTORS: Final = (
    "Sector: Local Authority",
    "Sector: Private",
    "Sector: Voluntary",
    "Sector: Health Authority",
)
LA_HOME, PRIVATE_HOME, VOLUNTARY_HOME, HEALTH_HOME = range(4)
JUDGEMENTS: Final = ("Outstanding", "Good", "Requires improvement to be good", "Inadequate")


def day(year: int, month: int = 3, of_month: int = 31) -> int:
    """Give a date as days since 1970; 31 March unless said otherwise."""
    return int(np.datetime64(f"{year:04d}-{month:02d}-{of_month:02d}", "D").astype(np.int64))


def dates_text(days: Ints) -> Texts:
    """Write day numbers as dd/mm/yyyy; blank for NEVER."""
    iso = np.datetime_as_string(np.where(days == NEVER, 0, days).astype("datetime64[D]")).astype("U10")
    parts = np.char.partition(iso, "-")
    tail = np.char.partition(parts[..., 2], "-")
    text = np.char.add(np.char.add(tail[..., 2], "/"), np.char.add(tail[..., 0], "/"))
    return np.where(days == NEVER, "", np.char.add(text, parts[..., 0])).astype(np.str_)
