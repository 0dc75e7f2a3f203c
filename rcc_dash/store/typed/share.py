"""Which file holds only what this person may see? A typed question can reach nothing else.

Protected: no table of children at all, only what is published anyway. Exact for some LAs: their
children's rows too, without what would name a child or join a child's rows; no row of any other LA.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

import duckdb

from rcc_dash.domain.places import local_authorities
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer
from rcc_dash.store.connect import open_copying
from rcc_dash.store.locks import is_held, only_one
from rcc_dash.store.statements import names, statement

_OPEN: Final = "typed_open"
_EXACT: Final = "typed_exact"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a person may see of one build: published tables, and the children of these LAs, if any."""

    build_id: str
    la_codes: tuple[str, ...] = ()


def write_share(home: DataHome, scope: Scope, made: Path) -> None:
    """Write the file of a scope to `made`, where nothing lies yet.

    Raises UserError where the build is gone or the disk does not take it, ValueError for a code of no LA.
    """
    strange = set(scope.la_codes) - local_authorities().keys()
    if strange:
        message = f"no LA has the code {min(strange)!r}"
        raise ValueError(message)
    source = pointer.warehouse_file(home, scope.build_id)
    if not source.is_file():
        raise _GONE
    try:
        _write(source, scope, made)
    except (duckdb.IOException, OSError) as error:
        raise _NO_ROOM from error


@contextmanager
def shared_file(home: DataHome, scope: Scope) -> Iterator[Path]:
    """Write the file of a scope into a new folder, both read-only and this user's alone; remove it after.

    What a killed app left behind is removed first. Raises as `write_share`.
    """
    _sweep(home.typed)
    folder = home.typed / uuid4().hex
    with only_one(_lock_of(folder)):
        try:
            yield _written(home, scope, folder)
        finally:
            _remove(folder)


def _written(home: DataHome, scope: Scope, folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    file = folder / "data.duckdb"
    write_share(home, scope, file)
    file.chmod(0o400)
    folder.chmod(0o500)
    return file


def _sweep(room: Path) -> None:
    """A folder is there only while its lock is held, unless whoever held it was killed."""
    for folder in [path for path in room.glob("*") if path.is_dir()]:
        if not is_held(_lock_of(folder)):
            _remove(folder)


def _remove(folder: Path) -> None:
    if folder.exists():
        folder.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(PermissionError):  # Windows keeps a file that is open
        _lock_of(folder).unlink(missing_ok=True)


def _lock_of(folder: Path) -> Path:
    return folder.with_suffix(".lock")


def tables(*, exact: bool) -> tuple[str, ...]:
    """Name the SQL files of the tables in a share, whose headers say what they hold."""
    return (*names(_OPEN), *(names(_EXACT) if exact else ()))


def _write(source: Path, scope: Scope, made: Path) -> None:
    connection = open_copying(source, made)
    try:
        for name in tables(exact=bool(scope.la_codes)):
            step = statement(name)
            values = {"la_codes": list(scope.la_codes)}
            connection.execute(step.sql, {key: values[key] for key in step.bound})
        connection.execute("CHECKPOINT share")
        connection.execute("DETACH share")
    finally:
        connection.close()
        shutil.rmtree(f"{made}.spill", ignore_errors=True)


_GONE: Final = UserError(
    "The data have changed",
    "What was looked at has been built anew since.",
    "Load the page again, then run the question again.",
)
_NO_ROOM: Final = UserError(
    "The question could not be run",
    "There is no room for its copy of the data, or the copy cannot be written.",
    "Make room on the disk for temporary files, then run it again.",
)
