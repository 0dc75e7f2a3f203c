"""What happened, in order? A list that can only grow, each line bound to the one before.

A changed or missing line breaks the chain, and reading says so. A last line cut short by a kill
was never promised to anybody: it is dropped.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.store.locks import only_one

Entry = dict[str, object]
_START: Final = "0" * 64


def append(path: Path, record: Mapping[str, object]) -> None:
    """Add one record at the end and wait until it is on the disk; callers may be many processes."""
    with only_one(path.with_suffix(".lock")), path.open("a+b") as file:
        whole = _whole(path)
        file.truncate(len(whole))
        file.write(_line(record, _last_hash(whole)))
        file.flush()
        os.fsync(file.fileno())


def entries(path: Path) -> tuple[Entry, ...]:
    """Give every record, oldest first; none if nothing was ever written.

    Raises UserError when a line was changed or removed since it was written.
    """
    previous, found = _START, []
    for number, line in enumerate(_whole(path).splitlines(), start=1):
        entry = _checked(line, previous, number, path)
        previous = str(entry.pop("hash"))
        found.append(entry)
    return tuple(found)


def _whole(path: Path) -> bytes:
    held = path.read_bytes() if path.exists() else b""
    return held[: held.rfind(b"\n") + 1]


def _last_hash(whole: bytes) -> str:
    return str(json.loads(whole.splitlines()[-1])["hash"]) if whole else _START


def _line(record: Mapping[str, object], previous: str) -> bytes:
    body = _body(record)
    return _body({**record, "hash": _bound(body, previous)}) + b"\n"


def _body(record: Mapping[str, object]) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode()


def _bound(body: bytes, previous: str) -> str:
    return hashlib.sha256(previous.encode() + b"\n" + body).hexdigest()


def _checked(line: bytes, previous: str, number: int, path: Path) -> Entry:
    try:
        entry: Entry = json.loads(line)
        said = entry["hash"]
    except (ValueError, KeyError, TypeError) as error:
        raise _broken(path, number) from error
    if said != _bound(_body({k: v for k, v in entry.items() if k != "hash"}), previous):
        raise _broken(path, number)
    return entry


def _broken(path: Path, number: int) -> UserError:
    return UserError(
        "The list of loaded files was changed",
        f"Line {number} of {path.name} does not follow from the line before it.",
        "Put back the file from a backup, or move it away and load the files again.",
    )
