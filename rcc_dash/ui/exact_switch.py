"""May this reader see exact figures, and do they want to?

Only on their own machine (the server listens on loopback), and only for this session: the
switch is never part of a link, and each use is written down (design/disclosure.md, what to
build first, 1).
"""

from datetime import UTC, datetime
from typing import Final

import streamlit as st

from rcc_dash.domain.links import encode
from rcc_dash.settings import DataHome
from rcc_dash.store import ledger
from rcc_dash.ui import session
from rcc_dash.ui.session import Bound

_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})


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


def _switch(home: DataHome, *, on: bool) -> None:
    """Write it down first: what cannot be written down is not shown."""
    event = "exact figures on" if on else "exact figures off"
    view = encode(session.state())
    ledger.append(home.audit, {"at": datetime.now(UTC).isoformat(), "event": event, "view": view})
    session.set_exact(on=on)
