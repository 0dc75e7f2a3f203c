"""Who looked at exact figures of which LAs, how often and why? Read from the audit log, month by month."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.settings import AUDIT_KEPT_DAYS, DataHome
from rcc_dash.store import audit, ledger, sealed

EXACT: Final = (audit.Event.SEEN, audit.Event.TAKEN, audit.Event.TYPED, audit.Event.REFUSED)
"""Lines that say of which LAs exact figures were looked at, or were to be."""


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


def uses(home: DataHome) -> tuple[Use, ...]:
    """Give every use of exact figures, latest months first; of a changed log those before the change."""
    found = audit.read(home).entries
    counted = Counter(key for entry in found if entry["event"] in EXACT for key in _keys(entry))
    each = sorted(Use(*key, times) for key, times in counted.items())
    return tuple(sorted(each, key=lambda use: use.month, reverse=True))


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


def _keys(entry: ledger.Entry) -> Iterable[tuple[str, str, str, str, str, str]]:
    month, who = str(entry["at"])[:7], str(entry.get("subject", ""))
    told = (who, str(entry.get("role", "")), str(entry["event"]), str(entry.get("reason", "")))
    return ((month, code, *told) for code in audit.las_of(entry))


_CHANGED: Final = UserError(
    "Nothing was forgotten",
    "The audit log is not as it was left.",
    "Run: audit. Keep the log as it is until it is known who changed it.",
)
