"""Who saw exact figures of which LAs, and when? Refusals too; never a figure, nor a filter's value.

What cannot be written down is not shown.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final, cast

from rcc_dash.domain.places import la_name
from rcc_dash.domain.progress import Progress, silent
from rcc_dash.domain.words import counted
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import ledger, sealed

_CODE: Final = re.compile(r"[A-Za-z0-9_-]{0,40}")


class Event(StrEnum):
    """What happened."""

    ON = "exact figures on"
    OFF = "exact figures off"
    SEEN = "exact figures seen"
    TAKEN = "exact figures taken away as a file"
    TYPED = "typed question over exact rows"
    REFUSED = "exact figures refused"
    SIGNED_IN = "signed in"
    TURNED_AWAY = "sign-in turned away"
    PAGE_REFUSED = "page refused"
    GRANTED = "access given or changed"
    REVOKED = "access taken away"
    FORGOTTEN = "lines older than two years forgotten"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks: `subject` is blank on a person's own machine, else of `subject_of`; `role` is a code.

    `reason` is the code of `data/reference/reasons.csv` for which they look at exact figures; else blank.
    """

    subject: str = ""
    role: str = "local"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was looked at: a page's code, the LAs whose children it shows, and the build."""

    page: str
    la_codes: tuple[str, ...] = ()
    build_id: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What an audit log says in all; `broken` says in words where it was changed, blank if it was not."""

    lines_kept: int
    first: str
    last: str
    viewers: int
    events: dict[str, int]
    las: dict[str, int]
    broken: str

    def lines(self) -> list[str]:
        """Give it in words, for the command line."""
        if not self.lines_kept and not self.broken:
            return ["Nobody has used exact figures yet: the audit log is empty."]
        whole = "Every line follows from the line before it." if not self.broken else f"BROKEN. {self.broken}"
        said = counted(self.lines_kept, "line", "lines")
        who = counted(self.viewers, "viewer", "viewers")
        return [
            f"{said} from {self.first or 'no time'} to {self.last or 'no time'}, of {who}. {whole}",
            *(f"{count:>6,}  {event}" for event, count in self.events.items()),
            *(f"{count:>6,}  {la_name(code)}: looked at" for code, count in self.las.items()),
        ]


def subject_of(issuer: str, subject: str) -> str:
    """Name a signed-in person in the log: the same person is the same letters, which are not their name."""
    return hashlib.sha256(f"{issuer}\x1f{subject}".encode()).hexdigest()[:16]


def record(home: DataHome, event: Event, viewer: Viewer, seen: Seen, at: datetime) -> None:
    """Write one use down and wait until it is on the disk; many sessions may write at once.

    Raises UserError where it cannot be written: then nothing exact may be shown. Raises ValueError for
    words where a code belongs, so that no figure, name or text can come in.
    """
    codes = (viewer.subject, viewer.role, viewer.reason, seen.page, seen.build_id, *seen.la_codes)
    if not all(_CODE.fullmatch(code) for code in codes):
        message = "the audit log takes codes only"
        raise ValueError(message)
    told = {
        "at": at.astimezone(UTC).isoformat(timespec="milliseconds"),
        "event": event.value,
        "subject": viewer.subject,
        "role": viewer.role,
        "reason": viewer.reason,
        "page": seen.page,
        "la_codes": sorted(set(seen.la_codes)),
        "build": seen.build_id,
    }
    try:
        sealed.append(home.audit, told)
    except sealed.BrokenError as error:
        raise _changed(str(error)) from error
    except (OSError, ValueError, LookupError) as error:
        raise _NOT_WRITTEN from error


def summary(home: DataHome) -> Summary:
    """Verify the log and count what it says: lines of each kind, and uses of exact figures of each LA."""
    found = read(home)
    times = [str(entry["at"]) for entry in found.entries]
    las = (las_of(entry) for entry in found.entries if entry["event"] in (Event.SEEN, Event.TYPED))
    return Summary(
        lines_kept=len(found.entries),
        first=min(times, default=""),
        last=max(times, default=""),
        viewers=len({entry.get("subject") for entry in found.entries}),
        events=_counted(str(entry["event"]) for entry in found.entries),
        las=_counted(code for codes in las for code in codes),
        broken=_broken(home, found),
    )


def read(home: DataHome, progress: Progress = silent) -> ledger.Reading:
    """Read the log up to the first line that was changed; without a mark as if it had never forgotten any."""
    try:
        return sealed.reading(home.audit, progress)
    except ValueError:
        return ledger.reading(home.audit, progress=progress)


def _broken(home: DataHome, found: ledger.Reading) -> str:
    try:
        return sealed.broken(home.audit, found)
    except ValueError:
        return "The mark of its end cannot be read, so lines may be missing."


def las_of(entry: ledger.Entry) -> list[str]:
    """Give the codes of the LAs that a line is of; none where it is of no LA."""
    return cast("list[str]", entry.get("la_codes", []))


def _counted(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


def _changed(where: str) -> UserError:
    return UserError(
        "Exact figures cannot be shown",
        f"The audit log was changed. {where}",
        "Put audit.jsonl and audit.mark back from a backup, or keep them elsewhere to begin a new log.",
    )


_NOT_WRITTEN: Final = UserError(
    "Exact figures cannot be shown",
    "Their use could not be written to the audit log: the disk is full or the folder cannot be written.",
    "Make room or allow writing in the data folder, then switch them on again.",
)
