"""Who has signed in, and are they let in? Decided from what the provider vouches for and our own table.

Nothing is taken from the provider but who somebody is and when they signed in: not their role, not their LA.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from rcc_dash.domain.access import Access
from rcc_dash.domain.people import People
from rcc_dash.settings import EXACT_IDLE_MINUTES, EXACT_SIGN_IN_MINUTES, IDLE_MINUTES, SESSION_HOURS

_AHEAD: Final = timedelta(minutes=5)
"""The provider's clock may be this much ahead of ours."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as their provider names them, and when it says that they signed in.

    `signed_in_at` is when the provider last saw them prove who they are, `issued_at` when it told us.
    """

    issuer: str
    subject: str
    tenant: str
    issued_at: datetime
    signed_in_at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why somebody is not let in: a code for the log, and words for them."""

    code: str
    title: str
    what: str


SIGN_IN: Final = Refused("sign-in", "Please sign in", "Sign in with your organisation's account.")
NOT_HERE: Final = Refused(
    "not-here",
    "This copy is for its own machine only",
    "It was reached through another machine, and nobody has to sign in here. To share it, set up sign-in.",
)
NO_CLAIM: Final = Refused(
    "no-claim",
    "Your sign-in does not say who you are",
    "The sign-in service did not send your identity, or not when you signed in.",
)
STRANGE_TENANT: Final = Refused(
    "other-organisation",
    "People of your organisation are not let in",
    "You are signed in, but your organisation's sign-in is not one that this service accepts.",
)
UNKNOWN: Final = Refused(
    "not-listed",
    "You have not been given access yet",
    "You are signed in, but you are not on the list of people who may use this service.",
)
ENDED: Final = Refused(
    "ended",
    "Your access has ended",
    "It was switched off, has run out, or nobody has confirmed it for three months.",
)
NO_ROLE: Final = Refused(
    "no-role", "Your access is not complete", "Your line on the list names no role, or no LA, that there is."
)
TABLE: Final = Refused(
    "no-table",
    "Nobody can be let in just now",
    "The list of people who may use this service cannot be read.",
)
TOO_LONG: Final = Refused(
    "too-long", "Please sign in again", f"You signed in more than {SESSION_HOURS} hours ago."
)
IDLE: Final = Refused(
    "idle", "Please sign in again", f"The page was not used for more than {IDLE_MINUTES} minutes."
)
AGAIN: Final = frozenset({SIGN_IN, NO_CLAIM, TOO_LONG, IDLE})
"""Refused for these, somebody may sign in at once."""
NOT_LISTED: Final = frozenset({STRANGE_TENANT, UNKNOWN, ENDED, NO_ROLE})
"""Refused for these, somebody must ask to be let in."""


def identity_of(claims: Mapping[str, object]) -> Identity | None:
    """Read a person from what the provider vouches for; null where who or when is missing."""
    issuer, subject = claims.get("iss"), claims.get("sub")
    issued_at = _moment(claims.get("iat"))
    if not (isinstance(issuer, str) and isinstance(subject, str) and issuer and subject) or issued_at is None:
        return None
    tenant, name = claims.get("tid", ""), claims.get("name", "")
    return Identity(
        issuer=issuer,
        subject=subject,
        tenant=tenant if isinstance(tenant, str) else "",
        issued_at=issued_at,
        signed_in_at=min(_moment(claims.get("auth_time")) or issued_at, issued_at),
        name=name if isinstance(name, str) else "",
    )


def let_in(who: Identity, table: People, subject: str, today: date) -> Access | Refused:
    """Give what a person may see by the table, or why they are not let in; the log calls them `subject`."""
    if not table.trusts(who.issuer, who.tenant):
        return STRANGE_TENANT
    person = table.find(who.issuer, who.subject)
    if person is None:
        return UNKNOWN
    if person.why_not(today):
        return ENDED
    access = Access(person.role, person.la_codes, subject, person.is_steward, person.name or who.name)
    return access if access.title != Access("").title else NO_ROLE


def too_late(who: Identity, last_seen_at: datetime | None, now: datetime) -> Refused | None:
    """Say whether a sign-in has run out: too long ago, or nothing done for too long; null while it has not.

    `last_seen_at` is when this sign-in was used last; null where that is not known: then the sign-in
    itself counts.
    """
    if now - who.issued_at > timedelta(hours=SESSION_HOURS) or who.issued_at - now > _AHEAD:
        return TOO_LONG
    is_idle = now - (last_seen_at or who.issued_at) > timedelta(minutes=IDLE_MINUTES)
    return IDLE if is_idle else None


def is_fresh(who: Identity, now: datetime) -> bool:
    """Say whether somebody proved lately enough who they are to switch exact figures on."""
    return now - who.signed_in_at <= timedelta(minutes=EXACT_SIGN_IN_MINUTES)


def exact_is_idle(last_seen_at: datetime, now: datetime) -> bool:
    """Say whether exact figures have stood unused for too long."""
    return now - last_seen_at > timedelta(minutes=EXACT_IDLE_MINUTES)


def _moment(seconds: object) -> datetime | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
