"""Which file holds only what this person may see? A typed question can reach nothing else.

Protected: no table of children at all, only what is published anyway. Exact for some LAs: their
children's rows too, without what would name a child or join a child's rows; no row of any other LA.
"""

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from rcc_dash.domain.places import local_authorities
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import files, pointer, releases
from rcc_dash.store.connect import open_copying
from rcc_dash.store.locks import only_one
from rcc_dash.store.statements import names, statement

_OPEN: Final = "typed_open"
_EXACT: Final = "typed_exact"
_SHOWN: Final = "typed_shown"
_ROWS: Final = "shown_rows"


def _none() -> Mapping[str, pd.DataFrame]:
    return {}


@dataclass(frozen=True, slots=True)
class Shown:
    """Tables for everybody that are worked out above the store: protected cells of children.

    `version` changes with whatever changes a number. They are made once for a build, by their names in
    `store/sql/typed_shown`.
    """

    version: str = ""
    make: Callable[[], Mapping[str, pd.DataFrame]] = _none


@dataclass(frozen=True, slots=True)
class Scope:
    """What a person may see of one build: what is shown to all, and the children of these LAs, if any."""

    build_id: str
    la_codes: tuple[str, ...] = ()
    shown: Shown = field(default=Shown(), compare=False)
    is_release: bool = False
    """`build_id` names a release, whose tables are those that everybody may see."""

    def source(self, home: DataHome) -> Path:
        """Name the file that the tables are taken from."""
        name = releases.release_file if self.is_release else pointer.warehouse_file
        return name(home, self.build_id)


def write_share(home: DataHome, scope: Scope, made: Path) -> None:
    """Write the file of a scope to `made`, where nothing lies yet.

    Raises UserError where the build is gone or the disk does not take it, ValueError for a code of no LA.
    """
    strange = set(scope.la_codes) - local_authorities().keys()
    if strange:
        message = f"no LA has the code {min(strange)!r}"
        raise ValueError(message)
    source = scope.source(home)
    if not source.is_file():
        raise _GONE
    try:
        with only_one(home.typed / "published.lock"):
            shutil.copyfile(_published(home, scope, source), made)
        if scope.la_codes:
            _add(source, made, _EXACT, scope.la_codes)
    except (duckdb.IOException, OSError) as error:
        raise _NO_ROOM from error


def prepare(home: DataHome, scope: Scope) -> None:
    """Write down what everybody may see of a build, so that the first question need not wait for it."""
    source = scope.source(home)
    if source.is_file():
        with only_one(home.typed / "published.lock"):
            _published(home, scope, source)


def _published(home: DataHome, scope: Scope, source: Path) -> Path:
    """Give the file of what everybody may see, which is written once for a build; others' go."""
    kept = home.typed / f"published-{scope.build_id}-{_steps(scope.shown)}.duckdb"
    if not kept.is_file():
        _write_published(source, kept, scope.shown)
    for old in set(home.typed.glob("published-*.duckdb")) - {kept}:
        old.unlink(missing_ok=True)
    return kept


def _write_published(source: Path, kept: Path, shown: Shown) -> None:
    made = files.unfinished(kept)
    try:
        _add(source, made, _OPEN, ())
        _add_shown(source, made, shown.make())
        files.put(made, kept)
    finally:
        made.unlink(missing_ok=True)


def _add_shown(source: Path, made: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    connection = open_copying(source, made)
    try:
        for name, rows in tables.items():
            connection.register(_ROWS, rows)
            connection.execute(statement(f"{_SHOWN}/{name}").sql)
            connection.unregister(_ROWS)
        connection.execute("CHECKPOINT share")
        connection.execute("DETACH share")
    finally:
        connection.close()


def _steps(shown: Shown) -> str:
    """Name the way in which it is written: a new version of the program writes it anew."""
    steps = "".join(statement(name).sql for name in (*names(_OPEN), *names(_SHOWN)))
    return hashlib.sha256(f"{shown.version}{steps}".encode()).hexdigest()[:8]


def tables(*, exact: bool) -> tuple[str, ...]:
    """Name the SQL files of the tables in a share, whose headers say what they hold."""
    return (*names(_SHOWN), *names(_OPEN), *(names(_EXACT) if exact else ()))


def _add(source: Path, made: Path, folder: str, la_codes: tuple[str, ...]) -> None:
    connection = open_copying(source, made)
    try:
        for name in names(folder):
            step = statement(name)
            connection.execute(step.sql, {"la_codes": list(la_codes)} if step.bound else {})
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
