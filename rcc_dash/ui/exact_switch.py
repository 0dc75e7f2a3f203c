"""May this reader see exact figures, and do they want to?

On their own machine of every LA; where people sign in, of their own LAs and only in roles that may. Only
for this session: the switch is never part of a link, and which LAs are looked at on which page is written
down before it is shown (design/disclosure.md, what to build first, 1). Whoever signs in says first why, once
a session, from a short list; that is written down too.
"""

import re
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from rcc_dash.domain.access import Access, narrowed
from rcc_dash.domain.reasons import reasons
from rcc_dash.errors import UserError
from rcc_dash.settings import EXACT_IDLE_MINUTES, DataHome
from rcc_dash.store import audit
from rcc_dash.ui import session
from rcc_dash.ui.faults import fault_words
from rcc_dash.ui.fields import Field, Kind, Part, draw_fields
from rcc_dash.ui.session import Bound
from rcc_dash.ui.sign_in import access, exact_stood_idle, reason, set_reason, signed_in_lately, viewer

_WRITTEN: Final = "_exact_written"
_WHY_PX: Final = 230
_ON: Final = "on"


def is_local() -> bool:
    """Say whether the reader sits at this machine itself, where nobody signs in."""
    return access().is_local


def exact_switch(home: DataHome) -> None:
    """Draw the switch for whoever may use it; those who signed in long ago sign in again first."""
    who = access()
    if not who.exact_las:
        return
    if not signed_in_lately():
        st.button("Sign in again for exact figures", on_click=st.login, key="sign-in-again", type="tertiary")
        return
    if _must_say_why():
        _why(home, who)
        return
    where = "on this machine only" if who.is_local else f"of {who.las_phrase()} only"
    hint = f"Shows unrounded figures {where}. Links stay protected, and files unless ticked."
    chosen = (_ON,) if session.exact() else ()
    field = Field(
        "exact",
        Kind.SEVERAL,
        "Kind of figures",
        {_ON: "Exact figures"},
        chosen,
        lambda told: _switch(home, on=_ON in told),
        is_titled=False,
        hint=hint,
    )
    draw_fields("w-exact", [Part([field])])


def exact_shown(home: DataHome, page: str, build_id: str) -> bool:
    """Say whether this run may show exact figures: wanted, allowed, and written down.

    Another page, other LAs or another build than those last written down are a new line. Where it is
    refused or cannot be written, the switch goes off and the reader is told why.
    """
    if not session.exact():
        return False
    who, las = access(), session.state().filters.la_codes
    if exact_stood_idle():
        return _off(_IDLE)
    if who.exact_las and _must_say_why():
        return _off("")
    seen = audit.Seen(_code(page), las, build_id)
    if not who.may_see_exact(las):
        _written(home, audit.Event.REFUSED, seen)
        return _off(_NOT_THESE.format(who.las_phrase()) if who.exact_las else "")
    if st.session_state.get(_WRITTEN) == (seen, who):
        return True
    may = _written(home, audit.Event.SEEN, seen)
    session.set_exact(on=may)
    st.session_state[_WRITTEN] = (seen, who) if may else None
    return may


def _must_say_why() -> bool:
    return not access().is_local and not reason()


def _why(home: DataHome, who: Access) -> None:
    """Ask why, which switches exact figures on; nothing is chosen beforehand."""
    widget = Bound[str | None]("w-exact-why")

    def say(code: str | None) -> None:
        if code:
            set_reason(code)
            _switch(home, on=True)

    st.selectbox(
        "Why exact figures?",
        list(reasons()),
        format_func=reasons().__getitem__,
        key=widget.show(None),
        on_change=widget.take(say),
        placeholder="Exact figures: say why",
        label_visibility="collapsed",
        width=_WHY_PX,
        help=f"Shows unrounded figures of {who.las_phrase()} only. Why is written down, once a session.",
    )


def _switch(home: DataHome, *, on: bool) -> None:
    """Write it down first: what cannot be written down is not shown. Looks at the own LAs only.

    A switch that was drawn an hour ago still tells: whoever signed in long ago is asked here too.
    """
    if on and not signed_in_lately():
        session.put_fault(_LONG_AGO)
        return
    _record(home, audit.Event.ON if on else audit.Event.OFF, audit.Seen(_code(session.page())))
    st.session_state.pop(_WRITTEN, None)
    who, filters = access(), session.state().filters
    if on and not who.may_see_exact(filters.la_codes):
        own = narrowed(filters, who.exact_las)
        if own is None:
            session.put_fault(_NOWHERE)
            return
        session.set_filters(own)
    session.set_exact(on=on)


def _off(why: str) -> bool:
    session.set_exact(on=False)
    st.session_state.pop(_WRITTEN, None)
    if why:
        session.put_fault(why)
    return False


def _written(home: DataHome, event: audit.Event, seen: audit.Seen) -> bool:
    """Write a line; where it cannot be written the reader is told, and nothing exact is shown."""
    try:
        _record(home, event, seen)
    except UserError as error:
        session.put_fault(fault_words(error, error.title))
        return False
    return True


def _record(home: DataHome, event: audit.Event, seen: audit.Seen) -> None:
    audit.record(home, event, viewer(), seen, datetime.now(UTC))


def _code(title: str) -> str:
    """Name a page in the log: "Rare needs" is rare-needs."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower())


_IDLE: Final = (
    f"**Exact figures were put away**\n\nNothing was done for {EXACT_IDLE_MINUTES} minutes."
    " Switch them on again if you need them."
)
_LONG_AGO: Final = (
    "**Exact figures stay off**\n\nYou signed in too long ago for them. Sign in again, then switch them on."
)
_NOT_THESE: Final = (
    "**Exact figures were put away**\n\nThey are yours to see of {} only, and other areas were chosen."
    " Switch them on again to see yours."
)
_NOWHERE: Final = (
    "**There are no exact figures to show**\n\nYour LA belongs to no cooperative of this service."
)
