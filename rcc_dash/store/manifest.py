"""Which files were loaded or refused, when, and what did the person say about them?"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import ledger

_ACCEPTED: Final = "accepted"
_REFUSED: Final = "refused"
_WITHDRAWN: Final = "withdrawn"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that came in: its bytes' SHA-256, and what was said about it.

    `la`, `year` and `as_of` are what the person said, null if nothing; `at` is when, in UTC.
    """

    sha256: str
    bytes: int
    file_name: str
    folder: str
    la: str | None
    year: int | None
    as_of: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be loaded, and why."""

    arrival: Arrival
    title: str
    what: str
    fix: str


def accept(home: DataHome, arrival: Arrival) -> None:
    """Write down that a file was checked and counts from now on."""
    ledger.append(home.manifest, {"verdict": _ACCEPTED, **asdict(arrival)})


def refuse(home: DataHome, arrival: Arrival, why: UserError) -> None:
    """Write down that a file was refused, and why; one accepted before goes on counting."""
    ledger.append(home.manifest, {"verdict": _REFUSED, **asdict(arrival), **_reason(why)})


def withdraw(home: DataHome, arrival: Arrival, why: UserError) -> None:
    """Write down that a file that was accepted does not count any more, and why."""
    ledger.append(home.manifest, {"verdict": _WITHDRAWN, **asdict(arrival), **_reason(why)})


def accepted(home: DataHome) -> tuple[Arrival, ...]:
    """Give the files that count, each once as last loaded, in the order of those loads."""
    counting: dict[str, Arrival] = {}
    for entry in ledger.entries(home.manifest):
        if entry["verdict"] != _REFUSED:
            counting.pop(str(entry["sha256"]), None)
        if entry["verdict"] == _ACCEPTED:
            counting[str(entry["sha256"])] = _arrival(entry)
    return tuple(counting.values())


def refused(home: DataHome) -> tuple[Refusal, ...]:
    """Give the files that were refused or withdrawn and do not count, as last refused."""
    count = {arrival.sha256 for arrival in accepted(home)}
    latest = {
        str(entry["sha256"]): Refusal(_arrival(entry), *(str(entry[key]) for key in ("title", "what", "fix")))
        for entry in ledger.entries(home.manifest)
        if entry["verdict"] != _ACCEPTED
    }
    return tuple(refusal for sha256, refusal in latest.items() if sha256 not in count)


def _reason(why: UserError) -> dict[str, str]:
    return {"title": why.title, "what": why.what, "fix": why.fix}


def _arrival(entry: Mapping[str, object]) -> Arrival:
    return Arrival(**{field.name: entry.get(field.name) for field in fields(Arrival)})  # type: ignore[arg-type]  # checked by the ledger's hash chain
