"""Who looked at exact figures of which LAs, how often and why? Read from the audit log, month by month."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

from rcc_dash.domain.progress import Progress, silent
from rcc_dash.errors import UserError
from rcc_dash.settings import AUDIT_KEPT_DAYS, DataHome
from rcc_dash.store import audit, ledger, sealed

EXACT: Final = (audit.Event.SEEN, audit.Event.TAKEN, audit.Event.TYPED, audit.Event.REFUSED)
"""Lines that say of which LAs exact figures were looked at, or were to be."""


_Key = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """What somebody did in a month ("2026-11") with exact figures of an LA; `subject` is as in the log."""

    month: str
    la_code: str
    subject: str
    role: str
    event: str
    reason: str
    times: int


def uses(home: DataHome, progress: Progress = silent) -> tuple[Use, ...]:
    """Give every use of exact figures, latest months first; of a changed log those before the change.

    Each line is verified once: afterwards only that what was read is as it was, byte for byte.
    """
    so_far = _so_far(home.audit)
    with so_far.one_at_a_time:
        so_far.read_on(home, progress)
        each = sorted(Use(*key, times) for key, times in so_far.counted.items())
    return tuple(sorted(each, key=lambda use: use.month, reverse=True))


@dataclass(slots=True)
class _SoFar:
    """The uses in a log up to a place."""

    place: ledger.Place | None = None
    counted: Counter[_Key] = field(default_factory=Counter)
    one_at_a_time: Lock = field(default_factory=Lock)

    def read_on(self, home: DataHome, progress: Progress) -> None:
        found = ledger.reading_on(home.audit, self.place, progress) if self.place else None
        if found is None:
            found = audit.read(home, progress)
            self.counted.clear()
        self.place = found.place
        self.counted.update(key for entry in found.entries if entry["event"] in EXACT for key in _keys(entry))


@lru_cache(maxsize=4)
def _so_far(_log: Path) -> _SoFar:
    """Remember the counts of a log, for all who read it; never its lines."""
    return _SoFar()


def forget_old(home: DataHome, now: datetime) -> int:
    """Drop the lines of the audit log that need not be kept any longer, and write that down.

    Says how many. Raises UserError where the log was changed: then nothing is dropped.
    """
    until = (now - timedelta(days=AUDIT_KEPT_DAYS)).astimezone(UTC).isoformat(timespec="milliseconds")
    if not home.audit.exists():
        return 0
    try:
        dropped = sealed.forget(home.audit, lambda entry: str(entry["at"]) < until)
    except (sealed.BrokenError, ValueError) as error:
        raise _CHANGED from error
    if dropped:
        audit.record(home, audit.Event.FORGOTTEN, audit.Viewer(), audit.Seen("audit"), now)
    return dropped


def _keys(entry: ledger.Entry) -> Iterable[_Key]:
    month, who = str(entry["at"])[:7], str(entry.get("subject", ""))
    told = (who, str(entry.get("role", "")), str(entry["event"]), str(entry.get("reason", "")))
    return ((month, code, *told) for code in audit.las_of(entry))


_CHANGED: Final = UserError(
    "Nothing was forgotten",
    "The audit log is not as it was left.",
    "Run: audit. Keep the log as it is until it is known who changed it.",
)
