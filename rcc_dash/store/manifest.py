"""Which files were loaded, refused or taken back, when, and what did the person say about them?"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import ledger

_ACCEPTED: Final = "accepted"
_AGAIN: Final = "again"
_REFUSED: Final = "refused"
_WITHDRAWN: Final = "withdrawn"
_UNDONE: Final = "undone"


class State(StrEnum):
    """What became of a load."""

    COUNTS = "counts"
    UNDONE = "undone"  # a person took it back
    SET_ASIDE = "set aside"  # the program could not use it after all


_ENDS: Final = {_WITHDRAWN: State.SET_ASIDE, _UNDONE: State.UNDONE}


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that came in: its bytes' SHA-256, and what was said about it.

    `la`, `year` and `as_of` are what the person said, null if nothing; `at` is when, in UTC. `of` says
    whose headings alone are, and of when; null for a file with rows.
    """

    sha256: str
    bytes: int
    file_name: str
    folder: str
    la: str | None
    year: int | None
    as_of: str | None
    at: str
    of: str | None = None

    @property
    def key(self) -> str:
        """Name the file among those that count: headings alone of two LAs are the same bytes."""
        return f"{self.sha256}-{self.of}" if self.of else self.sha256

    @property
    def told(self) -> tuple[object, ...]:
        """Give all that decides what the file comes to: the same told twice is the same load."""
        return (self.sha256, self.file_name, self.folder, self.la, self.year, self.as_of)


@dataclass(frozen=True, slots=True)
class Load:
    """One file accepted at one time. `number` is its name for people: loads are counted from 1."""

    number: int
    arrival: Arrival
    state: State = State.COUNTS


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


def again(home: DataHome, arrival: Arrival) -> None:
    """Write down that a file that counts came once more; nothing changes by it."""
    ledger.append(home.manifest, {"verdict": _AGAIN, **asdict(arrival)})


def refuse(home: DataHome, arrival: Arrival, why: UserError) -> None:
    """Write down that a file was refused, and why; one accepted before goes on counting."""
    ledger.append(home.manifest, {"verdict": _REFUSED, **asdict(arrival), **_reason(why)})


def withdraw(home: DataHome, arrival: Arrival, why: UserError, number: int | None = None) -> None:
    """Write down that a load (all of this file if none is named) does not count any more, and why."""
    of_load = {} if number is None else {"load": number}
    ledger.append(home.manifest, {"verdict": _WITHDRAWN, **of_load, **asdict(arrival), **_reason(why)})


def undo(home: DataHome, load: Load, at: str) -> None:
    """Write down that a person took a load back, at this time in UTC; its file is kept."""
    told = asdict(replace(load.arrival, at=at))
    ledger.append(home.manifest, {"verdict": _UNDONE, "load": load.number, **told})


def loads(home: DataHome) -> tuple[Load, ...]:
    """Give every load there ever was, oldest first, with what became of it."""
    found: dict[int, Load] = {}
    for entry in ledger.entries(home.manifest):
        if entry["verdict"] == _ACCEPTED:
            number = len(found) + 1
            found[number] = Load(number, _arrival(entry))
        elif entry["verdict"] in _ENDS:
            for load in _ended(entry, found.values()):
                found[load.number] = replace(load, state=_ENDS[str(entry["verdict"])])
    return tuple(found.values())


def counting(home: DataHome) -> tuple[Load, ...]:
    """Give the loads that count, in their order; of the same file only the latest."""
    latest: dict[str, Load] = {}
    for load in loads(home):
        if load.state is State.COUNTS:
            latest.pop(load.arrival.key, None)
            latest[load.arrival.key] = load
    return tuple(latest.values())


def accepted(home: DataHome) -> tuple[Arrival, ...]:
    """Give the files that count, each once as last loaded, in the order of those loads."""
    return tuple(load.arrival for load in counting(home))


def refused(home: DataHome) -> tuple[Refusal, ...]:
    """Give the files that were refused or withdrawn and do not count, as last refused."""
    count = {arrival.sha256 for arrival in accepted(home)}
    latest = {
        str(entry["sha256"]): Refusal(_arrival(entry), *(str(entry[key]) for key in ("title", "what", "fix")))
        for entry in ledger.entries(home.manifest)
        if entry["verdict"] in {_REFUSED, _WITHDRAWN}
    }
    return tuple(refusal for sha256, refusal in latest.items() if sha256 not in count)


def _ended(entry: Mapping[str, object], before: Iterable[Load]) -> tuple[Load, ...]:
    """Give the loads that an entry ends: the one it names, or all of its file that count."""
    key = _arrival(entry).key
    same = (load for load in before if load.arrival.key == key and load.state is State.COUNTS)
    return tuple(load for load in same if entry.get("load") in {None, load.number})


def _reason(why: UserError) -> dict[str, str]:
    return {"title": why.title, "what": why.what, "fix": why.fix}


def _arrival(entry: Mapping[str, object]) -> Arrival:
    return Arrival(**{field.name: entry.get(field.name) for field in fields(Arrival)})  # type: ignore[arg-type]  # checked by the ledger's hash chain
