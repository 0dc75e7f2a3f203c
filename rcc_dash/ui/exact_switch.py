"""May this reader see exact figures, and do they want to?

Only on their own machine (the server listens on loopback), and only for this session: the switch is
never part of a link, and which LAs are looked at on which page is written down before it is shown
(design/disclosure.md, what to build first, 1).
"""

import re
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import audit
from rcc_dash.ui import session
from rcc_dash.ui.faults import fault_words
from rcc_dash.ui.session import Bound

_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_WRITTEN: Final = "_exact_written"
_HERE: Final = audit.Viewer()


def is_local() -> bool:
    """Say whether only this machine can reach the app: then exact figures and loading are allowed."""
    return st.get_option("server.address") in _LOOPBACK


def exact_switch(home: DataHome) -> None:
    """Draw the switch where the deployment allows it."""
    if not is_local():
        return
    widget = Bound[bool]("w-exact")
    st.toggle(
        "Exact figures",
        key=widget.show(session.exact()),
        on_change=widget.take(lambda on: _switch(home, on=on)),
        help="Shows unrounded figures on this machine only. Links and exports stay protected.",
    )


def exact_shown(home: DataHome, page: str, build_id: str) -> bool:
    """Say whether this run may show exact figures: wanted, allowed, and written down.

    Another page, other LAs or another build than those last written down are a new line. Where it is
    refused or cannot be written, the switch goes off and the reader is told why.
    """
    if not session.exact():
        return False
    seen = audit.Seen(_code(page), session.state().filters.la_codes, build_id)
    if st.session_state.get(_WRITTEN) == seen and is_local():
        return True
    may = _written(home, audit.Event.SEEN if is_local() else audit.Event.REFUSED, seen) and is_local()
    session.set_exact(on=may)
    st.session_state[_WRITTEN] = seen if may else None
    return may


def _switch(home: DataHome, *, on: bool) -> None:
    """Write it down first: what cannot be written down is not shown."""
    _record(home, audit.Event.ON if on else audit.Event.OFF, audit.Seen(_code(session.page())))
    st.session_state.pop(_WRITTEN, None)
    session.set_exact(on=on)


def _written(home: DataHome, event: audit.Event, seen: audit.Seen) -> bool:
    """Write a line; where it cannot be written the reader is told, and nothing exact is shown."""
    try:
        _record(home, event, seen)
    except UserError as error:
        session.put_fault(fault_words(error, error.title))
        return False
    return True


def _record(home: DataHome, event: audit.Event, seen: audit.Seen) -> None:
    audit.record(home, event, _HERE, seen, datetime.now(UTC))


def _code(title: str) -> str:
    """Name a page in the log: "Rare needs" is rare-needs."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower())
