"""How is each file looked at: copied to the desk, checked, and not yet loaded?"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Final

from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.found import Found
from rcc_dash.intake.outcome import Outcome
from rcc_dash.intake.secret_keys import secrets_of
from rcc_dash.intake.side_by_side import SideBySide, side_by_side
from rcc_dash.store import raw
from rcc_dash.store.manifest import Arrival

_SHARE_KEPT: Final = 0.05
"""Part of the progress bar for copying; the rest is checking."""


class Doubts(Enum):
    """What becomes of files that look like others than they are loaded as (another LA's, costs a day)."""

    SAID = "said"
    """They are loaded, and what is odd is said."""
    HELD = "held back"
    """They wait for a person's word, and nothing of them is kept."""
    PASSED = "passed"
    """They are not looked for: the files are the program's own."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said about the files, used where they and their folders say nothing.

    `doubts` says what becomes of a file that looks wrong as a whole.
    """

    la: str | None = None
    year: int | None = None
    as_of: date | None = None
    doubts: Doubts = Doubts.SAID


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at. `arrival` is null where it could not even be copied."""

    found: Found
    arrival: Arrival | None
    outcome: Outcome

    @property
    def is_good(self) -> bool:
        """Say whether it could be loaded."""
        return self.arrival is not None and self.outcome.refused is None


def look_at_all(
    found: Sequence[Found], said: Said, desk: Desk, now: datetime, progress: Progress
) -> tuple[Looked, ...]:
    """Copy each file to the desk and check it there; one that is refused stops no other.

    Many files are checked side by side, but told in their order, so that the outcome is the same.
    """
    secrets_of(desk.home)  # made before several may want to make them
    looked: list[Looked] = []
    with side_by_side(desk, len(found)) as work:
        taken = [_taken(file, said, desk, now, work) for file in _told(found, progress)]
        for number, one in enumerate(taken):
            share = _SHARE_KEPT + (1 - _SHARE_KEPT) * number / len(taken)
            progress(share, f"Reading {one.found.name} ({number + 1} of {len(taken)})")
            looked.append(_looked(one))
    return tuple(looked)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A file that is being checked, or (`arrival` is null) that could not even be copied."""

    found: Found
    arrival: Arrival | None
    outcome: Future[Outcome]


def _looked(one: _Taken) -> Looked:
    """Headings alone are the same bytes whosever they are: what they were told as makes them a file."""
    outcome, arrival = one.outcome.result(), one.arrival
    if arrival and outcome.is_nobody:
        whose = sorted({f"{account.la_code}-{account.period}" for account in outcome.accounts})
        arrival = replace(arrival, of="-".join(whose))
    return Looked(one.found, arrival, outcome)


def _told(found: Sequence[Found], progress: Progress) -> Iterator[Found]:
    for number, file in enumerate(found):
        progress(_SHARE_KEPT * number / len(found), f"Copying {file.name}")
        yield file


def _taken(file: Found, said: Said, desk: Desk, now: datetime, work: SideBySide) -> _Taken:
    if file.path.is_symlink():
        return _not_copied(file, _linked(file))
    try:
        arrival = _copied(file, said, desk, now)
    except OSError as error:
        return _not_copied(file, _unreadable(file, error))
    return _Taken(file, arrival, work.check(arrival))


def _not_copied(file: Found, why: UserError) -> _Taken:
    known: Future[Outcome] = Future()
    known.set_result(Outcome(refused=why))
    return _Taken(file, None, known)


def _copied(file: Found, said: Said, desk: Desk, now: datetime) -> Arrival:
    return Arrival(
        sha256=raw.keep(desk.place, file.path),
        bytes=file.path.stat().st_size,
        file_name=file.name,
        folder=file.folder,
        la=said.la,
        year=said.year,
        as_of=said.as_of.isoformat() if said.as_of else None,
        at=now.isoformat(),
    )


def _unreadable(file: Found, error: OSError) -> UserError:
    return UserError(
        title=f"{file.name} could not be copied",
        what=f"{error.strerror or 'The disk did not say why'}.",
        fix="Check that the file can be opened and that the data folder has space, then load it again.",
    )


def _linked(file: Found) -> UserError:
    return UserError(
        title=f"{file.name} is a link",
        what="It is a link to another file, which may not have been meant.",
        fix="Put the file itself into the folder, and load it again.",
    )
