"""How is a list kept so that lines cut off its end are missed?

The lines of a ledger are bound to those before them, not to those after. So each line is numbered, and
a mark beside the list says which came last. Whoever can write the folder can still forge both: lists
that must outlive that are copied off the machine.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rcc_dash.store import files, ledger
from rcc_dash.store.locks import only_one


class BrokenError(Exception):
    """The list is not as it was left; the words say where."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The number and hash of the line that was last."""

    line: int
    hash: str


def append(path: Path, record: Mapping[str, object]) -> None:
    """Add one numbered record and move the mark; callers may be many processes.

    Raises BrokenError where the end is not as it was left, OSError where the disk does not take it.
    """
    with only_one(path.with_suffix(".mark.lock")):
        number = _left_at(path) + 1
        ledger.append(path, {**record, "line": number})
        mark = {"line": number, "hash": (ledger.last(path) or {})["hash"]}
        files.put_text(json.dumps(mark), _mark_file(path))


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
        return Mark(int(told["line"]), str(told["hash"]))
    except (KeyError, TypeError) as error:
        raise ValueError(file.name) from error
