"""Which roles are there, what may each see, and which pages may it open?

Data, not code: `data/reference/roles.csv` and `data/reference/role_pages.csv` (design/disclosure.md 2).
What they do not name is denied: an unknown role sees nothing, and nobody may open an unlisted page.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rcc_dash.reference.tables import Row, rows

LOCAL = "local"
"""The role of whoever sits at the machine itself, where nobody signs in; nobody can be given it."""


class Figures(StrEnum):
    """Which figures a role sees at all."""

    NONE = ""
    SYNTHETIC = "synthetic"
    PROTECTED = "protected"


class Uses(StrEnum):
    """Whose uses of exact figures a role may read in the audit log."""

    NONE = ""
    SUMMARY = "summary"
    """How often, of each LA, without who."""
    OWN = "own"
    LAS = "las"
    """Everybody's, of the own LAs."""
    ALL = "all"


class Loads(StrEnum):
    """Which files a role may load: none, its own LAs', those of no LA, or any."""

    NONE = ""
    OWN = "own"
    PUBLIC = "public"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Role:
    """One role. `of_las`: it is held for named LAs. `exact`: it may see their exact figures.

    `home_positions`: in these also where homes stand of which Ofsted does not publish it (disclosure.md 1.6).
    `register`: it may read the own LAs' part of Ofsted's register, with names that Ofsted gives to LAs only.
    `needs_steward`: it loads files only where the person was made a steward too.
    """

    code: str
    title: str
    of_las: bool
    figures: Figures
    exact: bool
    home_positions: bool
    register: bool
    uses: Uses
    loads: Loads
    needs_steward: bool
    pages: frozenset[str]
    what: str


@cache
def roles() -> dict[str, Role]:
    """Give every role that a person can be given, by code."""
    return {row["role"]: _role(row) for row in rows("roles")}


def _role(row: Row) -> Role:
    code = row["role"]
    return Role(
        code=code,
        title=row["title"],
        of_las=row["of_las"] == "yes",
        figures=Figures(row["figures"]),
        exact=row["exact"] == "own",
        home_positions=row["home_positions"] == "yes",
        register=row["register"] == "own",
        uses=Uses(row["audit"]),
        loads=Loads(row["loads"]),
        needs_steward=row["loads_if"] == "steward",
        pages=frozenset(page["page"] for page in rows("role_pages") if page.get(code) == "yes"),
        what=row["what"],
    )
