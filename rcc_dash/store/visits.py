"""When was each sign-in used last, and which count no longer? Known to all servers of one data folder.

An empty file for each sign-in, whose time says when it was used, and another where somebody signed out of it.
Nothing is read and written back, so that nobody waits for a lock and a kill leaves nothing half done.
"""

import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from rcc_dash.domain.sign_in import Identity
from rcc_dash.errors import UserError
from rcc_dash.settings import SESSION_HOURS, DataHome

_OWNER_ONLY: Final = 0o600
_FOLDER_OWNER_ONLY: Final = 0o700
_USED: Final = ".used"
_ENDED: Final = ".ended"
_COUNTS_FOR: Final = timedelta(hours=SESSION_HOURS + 1)


def last_seen(home: DataHome, who: Identity) -> datetime | None:
    """Say when this sign-in was used last; null where it never was."""
    return _time_of(_file(home, who, _USED))


def touch(home: DataHome, who: Identity, now: datetime) -> None:
    """Note that it is used now; raises OSError where the folder does not take it."""
    _put(_file(home, who, _USED), now)


def end(home: DataHome, who: Identity, now: datetime) -> None:
    """Let it count no longer, whoever still has it and on whichever server; raises OSError likewise."""
    _put(_file(home, who, _ENDED), now)


def has_ended(home: DataHome, who: Identity) -> bool:
    """Say whether somebody signed out of it; raises UserError where that cannot be found out."""
    try:
        return _time_of(_file(home, who, _ENDED)) is not None
    except OSError as error:
        raise _UNREADABLE from error


def _time_of(path: Path) -> datetime | None:
    """Opened, not only looked at: a shared folder may answer a look from a minute ago."""
    try:
        with path.open("rb") as file:
            return datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
    except FileNotFoundError:
        return None


def _put(path: Path, now: datetime) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.chmod(_FOLDER_OWNER_ONLY)
        _forget_old(path.parent, now)
        path.touch(_OWNER_ONLY)
    os.utime(path, (now.timestamp(), now.timestamp()))


def _forget_old(folder: Path, now: datetime) -> None:
    """Forget what would be too old to count anyway."""
    for path in folder.iterdir():
        at = _time_of(path)
        if at is not None and now - at > _COUNTS_FOR:
            path.unlink(missing_ok=True)


def _file(home: DataHome, who: Identity, kind: str) -> Path:
    told = f"{who.issuer}\x1f{who.subject}\x1f{who.issued_at.isoformat()}"
    return home.visits / f"{hashlib.sha256(told.encode()).hexdigest()}{kind}"


_UNREADABLE: Final = UserError(
    "The list of sign-ins cannot be read",
    "The folder visits in the data folder does not answer, so nobody can be let in.",
    "Tell whoever looks after this service.",
)
