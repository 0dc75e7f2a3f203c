"""What happened, in order? A list that can only grow, each line bound to the one before.

A changed or missing line breaks the chain, and reading says so. A last line cut short by a kill
was never promised to anybody: it is dropped.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from rcc_dash.domain.progress import Progress, silent
from rcc_dash.errors import UserError
from rcc_dash.store import files
from rcc_dash.store.locks import only_one

_TOLD_EVERY: Final = 1000
Entry = dict[str, object]
_START: Final = "0" * 64
_TAIL_BYTES: Final = 1 << 20
"""No record is nearly as long: the last one lies in these last bytes of the list."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a list was read and verified: lines, bytes, what these hash to, and the last line's hash."""

    lines: int
    length: int
    digest: str
    last: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a list holds: each record with its hash, up to the first line that does not follow (0: all do).

    `place` is where the last of them ends.
    """

    entries: tuple[Entry, ...]
    broken_line: int
    place: Place


def append(path: Path, record: Mapping[str, object]) -> None:
    """Add one record at the end and wait until it is on the disk; callers may be many processes."""
    with only_one(path.with_suffix(".lock")), path.open("a+b") as file:
        length, last = _end(file)
        file.truncate(length)
        file.write(_line(record, str(json.loads(last)["hash"]) if last else _START))
        file.flush()
        os.fsync(file.fileno())


def put(path: Path, kept: Sequence[Entry]) -> None:
    """Put a list of these records, as they were read with their hashes, in the place of what is there."""
    with only_one(path.with_suffix(".lock")):
        made = files.unfinished(path)
        made.touch(path.stat().st_mode)
        made.write_bytes(b"".join(_body(entry) + b"\n" for entry in kept))
        files.put(made, path)


def last(path: Path) -> Entry | None:
    """Give the last record with its hash, unverified; None where nothing was ever written.

    Raises ValueError where the last line is none of ours.
    """
    if not path.exists():
        return None
    with path.open("rb") as file:
        line = _end(file)[1]
    return dict(json.loads(line)) if line else None


def entries(path: Path) -> tuple[Entry, ...]:
    """Give every record, oldest first; none if nothing was ever written.

    Raises UserError when a line was changed or removed since it was written.
    """
    found = reading(path)
    if found.broken_line:
        raise _broken(path, found.broken_line)
    return tuple({name: value for name, value in entry.items() if name != "hash"} for entry in found.entries)


def reading(path: Path, begins: str = "", progress: Progress = silent) -> Reading:
    """Read and verify a list as far as its lines follow from one another.

    `begins` is the hash of the line before the first, where older ones were forgotten; blank where none were.
    """
    return _followed(_whole(path), Place(0, 0, "", begins or _START), progress)


def reading_on(path: Path, since: Place, progress: Progress = silent) -> Reading | None:
    """Read and verify what was added since; None where what was read then is not there as it was."""
    held = _whole(path)
    is_as_it_was = len(held) >= since.length and _digest(held, since.length) == since.digest
    return _followed(held, since, progress) if is_as_it_was else None


def _followed(held: bytes, since: Place, progress: Progress) -> Reading:
    previous, at, found, broken = since.last, since.length, list[Entry](), 0
    for number, line in enumerate(held[since.length :].splitlines(keepends=True), start=since.lines + 1):
        entry = _checked(line, previous)
        if entry is None:
            broken = number
            break
        previous, at = str(entry["hash"]), at + len(line)
        found.append(entry)
        if number % _TOLD_EVERY == 0:
            progress(at / len(held), f"{number:,} lines read")
    place = Place(since.lines + len(found), at, _digest(held, at), previous)
    return Reading(tuple(found), broken, place)


def _digest(held: bytes, length: int) -> str:
    return hashlib.sha256(memoryview(held)[:length]).hexdigest()


def _whole(path: Path) -> bytes:
    held = path.read_bytes() if path.exists() else b""
    return held[: held.rfind(b"\n") + 1]


def _end(file: BinaryIO) -> tuple[int, bytes]:
    """Find where the last whole line ends, and that line; a long list is not read for it."""
    size = file.seek(0, os.SEEK_END)
    start = max(0, size - _TAIL_BYTES)
    file.seek(start)
    lines = file.read().split(b"\n")
    length = size - len(lines.pop())
    return length, lines[-1] if lines else b""


def _line(record: Mapping[str, object], previous: str) -> bytes:
    body = _body(record)
    return _body({**record, "hash": _bound(body, previous)}) + b"\n"


def _body(record: Mapping[str, object]) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode()


def _bound(body: bytes, previous: str) -> str:
    return hashlib.sha256(previous.encode() + b"\n" + body).hexdigest()


def _checked(line: bytes, previous: str) -> Entry | None:
    try:
        entry: Entry = json.loads(line)
        said = entry["hash"]
    except (ValueError, KeyError, TypeError):
        return None
    body = _body({name: value for name, value in entry.items() if name != "hash"})
    return entry if said == _bound(body, previous) else None


def _broken(path: Path, number: int) -> UserError:
    return UserError(
        "The list of loaded files was changed",
        f"Line {number} of {path.name} does not follow from the line before it.",
        "Put back the file from a backup, or move it away and load the files again.",
    )
