"""In which words is a use of exact figures told: who it was, in which role, and why?

The one truth for the page of the log and for the command line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rcc_dash.domain.reasons import reasons
from rcc_dash.domain.roles import LOCAL, roles
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import audit
from rcc_dash.store.audit_uses import Use
from rcc_dash.store.people import read_people

_LETTERS: Final = 4
"""The first of the log's letters tell two people apart who are off the list."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who used exact figures, in which role and for which reason, in words."""

    who: str
    role: str
    why: str


def names_of(home: DataHome) -> dict[str, str] | None:
    """Give the names on the list by what the log calls them; None where the list cannot be read."""
    try:
        return {audit.subject_of(one.issuer, one.subject): one.name for one in read_people(home).people}
    except UserError:
        return None


def told(use: Use, names: Mapping[str, str] | None) -> Told:
    """Say who it was; `names` are those of `names_of`."""
    role = "Not signed in" if use.role == LOCAL else use.role
    return Told(
        who=_who(use.subject, names),
        role=roles()[use.role].title if use.role in roles() else role,
        why=reasons().get(use.reason, "Not asked"),
    )


def _who(subject: str, names: Mapping[str, str] | None) -> str:
    if not subject:
        return "Whoever sat at this machine"
    letters = subject[:_LETTERS]
    if names is None:
        return f"Not known: the list of people cannot be read ({letters})"
    return names.get(subject, f"No longer on the list ({letters})")
