"""Which address did somebody ask for before they were sent to sign in? They come back to it.

The sign-in service brings everybody back to the first page. What was asked for is kept for a few minutes by
the browser's own cookie against forged requests; an address holds codes only, and is read as any link is.
"""

from datetime import datetime, timedelta
from itertools import cycle
from threading import Lock
from typing import Final

import streamlit as st

_COOKIE: Final = "_streamlit_xsrf"
_KEPT_FOR: Final = timedelta(minutes=15)
_MOST: Final = 500
"""Strangers ask too: no more than this many are kept, the latest."""

Address = tuple[str, dict[str, str]]
"""A page's code and its query."""

_guard: Final = Lock()
_asked_for: Final[dict[bytes, tuple[datetime, Address]]] = {}


def remember(page: str, now: datetime) -> None:
    """Keep the address that is open in this browser."""
    browser = _browser()
    if browser:
        with _guard:
            _asked_for[browser] = (now, (page, st.query_params.to_dict()))
            for old in list(_asked_for)[:-_MOST]:
                del _asked_for[old]


def recall(now: datetime) -> Address | None:
    """Give the address that this browser asked for before, once; null where there is none of late."""
    with _guard:
        kept = _asked_for.pop(_browser(), None)
    return kept[1] if kept and now - kept[0] <= _KEPT_FOR else None


def _browser() -> bytes:
    """Tell browsers apart: the cookie is masked anew each time, and the same beneath; blank without one."""
    try:
        _, mask, masked, _ = st.context.cookies.get(_COOKIE, "").split("|")
        pairs = zip(cycle(bytes.fromhex(mask)), bytes.fromhex(masked), strict=False)
        return bytes(one ^ other for one, other in pairs)
    except ValueError:
        return b""
