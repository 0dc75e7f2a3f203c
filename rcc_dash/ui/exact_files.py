"""May a file hold exact figures? Only where they are shown, ticked for that file, and written down first."""

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
from rcc_dash.ui.sign_in import viewer

_HELP: Final = "OFFICIAL-SENSITIVE: the file says so. That you take it is written down."


def exact_files(home: DataHome, key: str) -> bool:
    """Draw the tick, and say whether it is set for this page and these LAs.

    What cannot be written down is not ticked; another page or other LAs take it away.
    """
    seen = audit.Seen(re.sub(r"[^a-z0-9]+", "-", session.page().lower()), session.state().filters.la_codes)
    written = f"{key}-written"

    def tick(is_on: bool) -> None:  # noqa: FBT001 the value of a tick
        st.session_state[key] = is_on and _written(home, seen)
        st.session_state[written] = seen

    if st.session_state.get(written) != seen:
        st.session_state[key] = False
    return st.checkbox(
        "Exact figures, with the banner", key=key, on_change=Bound[bool](key).take(tick), help=_HELP
    )


def _written(home: DataHome, seen: audit.Seen) -> bool:
    try:
        audit.record(home, audit.Event.TAKEN, viewer(), seen, datetime.now(UTC))
    except UserError as error:
        session.put_fault(fault_words(error, error.title))
        return False
    return True
