"""How is a list kept so that lines cut off its end are missed?

The lines of a ledger are bound to those before them, not to those after. So each line is numbered, and
a mark beside the list says which came last, and from which the first follows where older ones were
forgotten in good order. Whoever can write the folder can still forge both: lists that must outlive that
are copied off the machine.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import dropwhile
from pathlib import Path

from rcc_dash.domain.progress import Progress, silent
from rcc_dash.store import files, ledger
from rcc_dash.store.locks import only_one


class BrokenError(Exception):
    """The list is not as it was left; the words say where."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The number and hash of the line that was last; hashes that the first line may follow from, if any."""

    line: int
    hash: str
    begins: tuple[str, ...] = ()


def append(path: Path, record: Mapping[str, object]) -> None:
    """Add one numbered record and move the mark; callers may be many processes.

    Raises BrokenError where the end is not as it was left, OSError where the disk does not take it.
    """
    with only_one(path.with_suffix(".mark.lock")):
        number, mark = _left_at(path) + 1, _mark(path)
        ledger.append(path, {**record, "line": number})
        last = Mark(number, str((ledger.last(path) or {})["hash"]), mark.begins if mark else ())
        files.put_text(json.dumps(asdict(last)), _mark_file(path))


def reading(path: Path, progress: Progress = silent) -> ledger.Reading:
    """Read and verify it from its first line that was not forgotten.

    Raises ValueError where the mark is none of ours.
    """
    mark = _mark(path)
    tries = [ledger.reading(path, begins, progress) for begins in (mark.begins if mark else ()) or ("",)]
    return max(tries, key=lambda found: len(found.entries))


def forget(path: Path, is_old: Callable[[ledger.Entry], bool]) -> int:
    """Drop lines from the start for as long as they are old, never the last; says how many were dropped.

    A kill in between leaves the list whole: for that while the mark allows either beginning. Raises
    BrokenError where the list is not as it was left: then it is evidence, and nothing is dropped.
    """
    with only_one(path.with_suffix(".mark.lock")):
        _left_at(path)
        found, mark = reading(path), _mark(path)
        if mark is None or broken(path, found):
            raise BrokenError(broken(path, found))
        kept = [*dropwhile(is_old, found.entries[:-1]), found.entries[-1]]
        dropped = len(found.entries) - len(kept)
        if dropped:
            begins = str(found.entries[dropped - 1]["hash"])
            either = (*(mark.begins or ("",)), begins)
            files.put_text(json.dumps(asdict(replace(mark, begins=either))), _mark_file(path))
            ledger.put(path, kept)
            files.put_text(json.dumps(asdict(replace(mark, begins=(begins,)))), _mark_file(path))
        return dropped


def broken(path: Path, found: ledger.Reading) -> str:
    """Say in words where a list that was read is broken; blank where it is whole."""
    if found.broken_line:
        return f"Line {found.broken_line} of {path.name} does not follow from the line before it."
    mark = _mark(path)
    numbered = {entry.get("line"): entry["hash"] for entry in found.entries}
    if mark is None:
        return _NO_MARK.format(path.name) if set(numbered) - {None} else ""
    if numbered.get(mark.line) != mark.hash:
        return f"Lines are missing at the end of {path.name}: it once reached line {mark.line}."
    return ""


def _left_at(path: Path) -> int:
    """Give the number of the last line, after a look that it is the one that was left there."""
    try:
        last, mark = ledger.last(path) or {}, _mark(path)
        number = int(str(last.get("line", 0)))
    except ValueError as error:
        message = f"The last line of {path.name} cannot be read."
        raise BrokenError(message) from error
    if mark is None and number:
        raise BrokenError(_NO_MARK.format(path.name))
    is_as_left = mark is None or (number, last.get("hash")) == (mark.line, mark.hash)
    was_killed_between = mark is not None and number == mark.line + 1
    if not is_as_left and not was_killed_between:
        message = f"Lines are missing at the end of {path.name}, or its last line was changed."
        raise BrokenError(message)
    return number


_NO_MARK = "The mark of the end of {} is missing, so lines may be missing too."


def _mark_file(path: Path) -> Path:
    return path.with_suffix(".mark")


def _mark(path: Path) -> Mark | None:
    """Give the mark; None where there never was one. Raises ValueError where it is none of ours."""
    file = _mark_file(path)
    if not file.exists():
        return None
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return Mark(int(told["line"]), str(told["hash"]), tuple(map(str, told.get("begins", ()))))
    except (KeyError, TypeError) as error:
        raise ValueError(file.name) from error
