"""When was each sign-in used last? For all tabs of a person together, on whichever server they are."""

import logging
from datetime import datetime
from typing import Final

from rcc_dash.domain.sign_in import Identity
from rcc_dash.store import visits
from rcc_dash.ui.open_data import own_home

_LOG: Final = logging.getLogger(__name__)


def last_seen(who: Identity) -> datetime | None:
    """Say when this sign-in was used last; null if never, or if that cannot be found out."""
    try:
        return visits.last_seen(own_home(), who)
    except OSError as error:
        _LOG.error("when a sign-in was used last cannot be read: %s", error.strerror)
        return None


def touch(who: Identity, now: datetime) -> None:
    """Note that it is used now; where that cannot be noted it runs out as if nothing had been done."""
    try:
        visits.touch(own_home(), who, now)
    except OSError as error:
        _LOG.error("that a sign-in is used cannot be written down: %s", error.strerror)


def end(who: Identity, now: datetime) -> None:
    """Let it count no longer, whoever still has it."""
    try:
        visits.end(own_home(), who, now)
    except OSError as error:
        _LOG.error("that somebody signed out cannot be written down: %s", error.strerror)


def has_ended(who: Identity) -> bool:
    """Say whether somebody signed out of it; raises UserError where that cannot be found out."""
    return visits.has_ended(own_home(), who)
