"""When was each sign-in used last? Kept by the server, for all tabs of a person together."""

from datetime import datetime, timedelta
from threading import Lock
from typing import Final

from rcc_dash.domain.sign_in import Identity
from rcc_dash.settings import SESSION_HOURS

_Key = tuple[str, str, datetime]

_guard: Final = Lock()
_seen: Final[dict[_Key, datetime]] = {}
_ended: Final[set[_Key]] = set()


def last_seen(who: Identity) -> datetime | None:
    """Say when this sign-in was used last; null if never since the app was started."""
    with _guard:
        return _seen.get(_key(who))


def touch(who: Identity, now: datetime) -> None:
    """Note that it is used now."""
    with _guard:
        _forget_old(now)
        _seen[_key(who)] = now


def end(who: Identity, now: datetime) -> None:
    """Let it count no longer, whoever still has it."""
    with _guard:
        _forget_old(now)
        _ended.add(_key(who))


def has_ended(who: Identity) -> bool:
    """Say whether somebody signed out of it."""
    with _guard:
        return _key(who) in _ended


def _forget_old(now: datetime) -> None:
    """Forget what would be too old to count anyway."""
    old = {key for key in (*_seen, *_ended) if now - key[2] > timedelta(hours=SESSION_HOURS + 1)}
    _ended.difference_update(old)
    for key in old:
        _seen.pop(key, None)


def _key(who: Identity) -> _Key:
    return (who.issuer, who.subject, who.issued_at)
