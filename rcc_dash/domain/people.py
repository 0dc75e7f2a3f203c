"""Who may use the app, in which role and for which LAs? Our own table, read strictly.

A person is an issuer and a subject, as their sign-in provider names them for good; never an e-mail
address, which can be given to somebody else. A line with a fault in it grants nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rcc_dash.domain.places import local_authorities, match_area
from rcc_dash.domain.roles import Loads, roles
from rcc_dash.domain.words import or_list, short_date
from rcc_dash.settings import ACCESS_REVIEW_DAYS

COLUMNS: Final = ("issuer", "subject", "name", "role", "las", "steward", "reviewed_on", "until", "off")
TENANT_COLUMNS: Final = ("issuer", "tenant", "name")
_FLAGS: Final = {"": False, "yes": True}

Line = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the table: who, in which role, for which LAs, confirmed on, until (null: for good)."""

    issuer: str
    subject: str
    name: str
    role: str
    la_codes: tuple[str, ...]
    is_steward: bool
    reviewed_on: date
    until: date | None = None
    is_off: bool = False

    @property
    def review_by(self) -> date:
        """Give the last day on which the line counts unless somebody looks at it again."""
        return self.reviewed_on + timedelta(days=ACCESS_REVIEW_DAYS)

    def why_not(self, today: date) -> str:
        """Say in words why the line grants nothing today; blank where it does."""
        if self.is_off:
            return "switched off"
        if self.until is not None and today > self.until:
            return f"ended on {short_date(self.until)}"
        if today > self.review_by:
            return f"not looked at again since {short_date(self.reviewed_on)}"
        return "reviewed on a day to come" if self.reviewed_on > today else ""


@dataclass(frozen=True, slots=True)
class Tenant:
    """A sign-in provider whose people may be let in; `tenant` is blank where it serves one organisation."""

    issuer: str
    tenant: str
    name: str


@dataclass(frozen=True, slots=True)
class People:
    """The table as it was read; `faults` say in words which lines grant nothing, and why."""

    people: tuple[Person, ...]
    tenants: tuple[Tenant, ...]
    faults: tuple[str, ...] = ()

    def find(self, issuer: str, subject: str) -> Person | None:
        """Give a person's line; null where there is none without a fault."""
        return next((one for one in self.people if (one.issuer, one.subject) == (issuer, subject)), None)

    def trusts(self, issuer: str, tenant: str) -> bool:
        """Say whether people of this provider, and tenant of it, may be let in at all."""
        return any(one.issuer == issuer and one.tenant in ("", tenant) for one in self.tenants)


def people_of(lines: Sequence[Line], tenants: Sequence[Line]) -> People:
    """Read the lines of both files; faults name the line as a person counts it, the heading being line 1."""
    told = Counter((line["issuer"].strip(), line["subject"].strip()) for line in lines)
    found, faults = list[Person](), list[str]()
    for number, line in enumerate(lines, start=2):
        fault = line_fault(line) or _twice(told, line)
        if fault:
            faults.append(f"people.csv, line {number}: {fault}")
        else:
            found.append(_person(line))
    trusted = tuple(Tenant(one["issuer"].strip(), one["tenant"].strip(), one["name"]) for one in tenants)
    known = {one.issuer for one in trusted}
    faults += [
        f"people.csv: {one.name} signs in with {one.issuer}, which is not in tenants.csv. "
        "Add it with: people trust ISSUER."
        for one in found
        if one.issuer not in known
    ]
    return People(tuple(found), trusted, tuple(faults))


def line_fault(line: Line) -> str:
    """Say what is wrong with one line, and how to put it right; blank if nothing is."""
    if not line["issuer"].strip() or not line["subject"].strip():
        return "it has no issuer or no subject. Copy both from the page that the person was shown."
    if line["role"].strip() not in roles():
        return f"{line['role']!r} is no role. Write {or_list(list(roles()))}."
    return _fault_of_las(line) or _fault_of_marks(line)


def _fault_of_las(line: Line) -> str:
    role, named = roles()[line["role"].strip()], _split(line["las"])
    strange = next((name for name in named if match_area(name).la_code not in local_authorities()), None)
    if strange is not None:
        return f"{strange!r} is no local authority. Write names such as Bolton, with ; between them."
    if role.of_las and not named:
        return f"{role.title} is held for named LAs, and none is named. Write them into the column las."
    return (
        "" if role.of_las or not named else f"{role.title} is not held for LAs. Leave the column las blank."
    )


def _fault_of_marks(line: Line) -> str:
    for column in ("steward", "off"):
        if line[column].strip().lower() not in _FLAGS:
            return f"{column} is {line[column]!r}. Write yes, or leave it blank."
    role = roles()[line["role"].strip()]
    if line["steward"].strip() and role.loads is Loads.NONE:
        return f"{role.title} cannot be a steward. Leave the column steward blank, or choose another role."
    if _day(line["reviewed_on"]) is None:
        return f"reviewed_on is {line['reviewed_on']!r}. Write a date such as 2026-03-31."
    if line["until"].strip() and _day(line["until"]) is None:
        return f"until is {line['until']!r}. Write a date such as 2026-03-31, or leave it blank."
    return ""


def _twice(told: Mapping[tuple[str, str], int], line: Line) -> str:
    is_twice = told[line["issuer"].strip(), line["subject"].strip()] > 1
    return "the same person has another line. Keep one: until then neither counts." if is_twice else ""


def _person(line: Line) -> Person:
    las = (match_area(name).la_code or "" for name in _split(line["las"]))
    return Person(
        issuer=line["issuer"].strip(),
        subject=line["subject"].strip(),
        name=line["name"].strip(),
        role=line["role"].strip(),
        la_codes=tuple(dict.fromkeys(las)),
        is_steward=_FLAGS[line["steward"].strip().lower()],
        reviewed_on=_day(line["reviewed_on"]) or date.min,
        until=_day(line["until"]),
        is_off=_FLAGS[line["off"].strip().lower()],
    )


def _split(las: str) -> list[str]:
    return [name.strip() for name in las.split(";") if name.strip()]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
