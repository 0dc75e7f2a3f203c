"""Who is reading, and what may they see? Asked first on every rerun: without an answer nothing is drawn.

Where nobody signs in, it is the person at this machine, and nobody else. Where people sign in, the table of
people is read anew each time, and a page that is only looked at asks again by itself.
"""

import logging
from datetime import UTC, datetime
from typing import Final, cast

import streamlit as st

from rcc_dash.domain.access import LOCAL_ACCESS, NO_ACCESS, Access
from rcc_dash.domain.mode import LOOPBACK, Mode, is_from_here
from rcc_dash.domain.reasons import reasons
from rcc_dash.domain.sign_in import (
    NO_CLAIM,
    NOT_HERE,
    SIGN_IN,
    TABLE,
    Identity,
    Refused,
    exact_is_idle,
    identity_of,
    is_fresh,
    let_in,
    too_late,
)
from rcc_dash.errors import UserError
from rcc_dash.store import audit
from rcc_dash.store.people import read_people
from rcc_dash.ui import session, visits
from rcc_dash.ui.open_data import own_home
from rcc_dash.ui.start import mode

_LOG: Final = logging.getLogger(__name__)
_ACCESS: Final = "_access"
_LOGGED: Final = "_sign_in_logged"
_BY_ITSELF: Final = "_by_itself"
_REASON: Final = "_reason"
_SEEN_BEFORE: Final = "_seen_before"
_ASKS_EVERY_SECONDS: Final = 10
"""A page that nobody touches is taken away well within a minute of its reader's access."""


def enter() -> Access | Refused:
    """Say what this reader may see now, or why they see nothing; notes that they are there."""
    found = _decided(datetime.now(UTC))
    st.session_state[_ACCESS] = NO_ACCESS if isinstance(found, Refused) else found
    is_by_itself, who = st.session_state.pop(_BY_ITSELF, False), _identity()
    if mode() is Mode.SHARED and who and found is not SIGN_IN:
        _log_once(found, who)
        st.session_state[_SEEN_BEFORE] = visits.last_seen(who)
        if isinstance(found, Access) and not is_by_itself:
            visits.touch(who, datetime.now(UTC))
    return found


def leave() -> None:
    """Sign out: the sign-in counts no longer, in this tab or any other, and the browser forgets it."""
    who = _identity()
    if who:
        visits.end(who, datetime.now(UTC))
    st.logout()


def access() -> Access:
    """Give what the reader of the page that is being drawn may see; nothing before `enter`."""
    return cast("Access", st.session_state.get(_ACCESS, NO_ACCESS))


def viewer() -> audit.Viewer:
    """Name the reader in the audit log."""
    return audit.Viewer(access().subject, access().role, reason())


def reason() -> str:
    """Give the code of why the reader looks at exact figures; blank where they have not said so."""
    said = cast("tuple[str, str]", st.session_state.get(_REASON, ("", "")))
    return said[1] if said[0] == access().subject else ""


def set_reason(code: str) -> None:
    """Note for this session why the reader looks at exact figures. Raises KeyError for no such code."""
    if code not in reasons():
        raise KeyError(code)
    st.session_state[_REASON] = (access().subject, code)


def signed_in_lately() -> bool:
    """Say whether the reader proved lately enough who they are to see exact figures."""
    who = _identity()
    return access().is_local or (who is not None and is_fresh(who, datetime.now(UTC)))


def exact_stood_idle() -> bool:
    """Say whether nothing was done for so long before this run that exact figures are to be put away."""
    before = cast("datetime | None", st.session_state.get(_SEEN_BEFORE))
    return before is not None and exact_is_idle(before, datetime.now(UTC))


def watch() -> None:
    """Ask again by itself whether the reader may still see what is on their screen, while people sign in."""
    if mode() is Mode.SHARED and access() != NO_ACCESS:
        _watch(access())


@st.fragment(run_every=_ASKS_EVERY_SECONDS)
def _watch(drawn_for: Access) -> None:
    now, who = datetime.now(UTC), _identity()
    seen = visits.last_seen(who) if who else None
    is_idle = session.exact() and (seen is None or exact_is_idle(seen, now))
    if is_idle or _decided(now) != drawn_for:
        st.session_state[_BY_ITSELF] = True
        st.rerun()


def _decided(now: datetime) -> Access | Refused:
    match mode():
        case Mode.LOCAL:
            is_alone = st.get_option("server.address") in LOOPBACK and is_from_here(st.context.headers)
            return LOCAL_ACCESS if is_alone else NOT_HERE
        case Mode.PUBLIC:
            return Access("public")
        case _:
            return _signed_in(now)


def _signed_in(now: datetime) -> Access | Refused:
    if not st.user.get("is_logged_in"):
        return SIGN_IN
    who = _identity()
    if who is None:
        return NO_CLAIM
    late = too_late(who, visits.last_seen(who), now)
    try:
        if late or visits.has_ended(who):
            return late or SIGN_IN
        table = read_people(own_home())
    except UserError as error:
        _LOG.error("%s", error)
        return TABLE
    return let_in(who, table, audit.subject_of(who.issuer, who.subject), now.date())


def _identity() -> Identity | None:
    return identity_of(st.user.to_dict())


def _log_once(found: Access | Refused, who: Identity) -> None:
    """Write down once for a session who came in, or was turned away."""
    if st.session_state.get(_LOGGED) == found:
        return
    st.session_state[_LOGGED] = found
    event, code = audit.Event.TURNED_AWAY, found.code if isinstance(found, Refused) else found.role
    if isinstance(found, Access):
        event = audit.Event.SIGNED_IN
    told = audit.Viewer(audit.subject_of(who.issuer, who.subject), code)
    try:
        audit.record(own_home(), event, told, audit.Seen("sign-in"), datetime.now(UTC))
    except UserError as error:
        _LOG.error("%s", error)
