"""How do checked files become a new warehouse, so that a kill at any moment leaves the last good one?

A build is made and verified under a scratch name, then named, then the pointer moves. Each of
those is one step of the file system; nothing that serves is ever written to.
"""

import hashlib
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import duckdb

from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import files, gather, name_decisions, pointer
from rcc_dash.store.connect import CATALOGUE, open_locked, open_new
from rcc_dash.store.locks import only_one
from rcc_dash.store.shape import program_shape
from rcc_dash.store.statements import names, statement

_SHARE_GATHERED: Final = 0.4
_SHARE_MADE: Final = 0.9
_NOT_WRITTEN: Final = (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException)
"""What DuckDB says of a full disk: of a write, of a commit, and of anything after a commit that failed."""


def build(home: DataHome, *, made_on: datetime, is_demo: bool, progress: Progress) -> str:
    """Make a new warehouse of every file that counts, let it serve, and give its id.

    One build at a time: a second waits. Raises UserError where checked tables are missing or the
    new build does not pass its checks; the last good build then goes on serving.
    """
    with only_one(home.builds / "build.lock", progress):
        files.sweep(home.builds)
        loaded = gather.loaded_files(home)
        build_id = _free_id(home, made_on, loaded)
        made = files.unfinished(pointer.warehouse_file(home, build_id))
        values = {"build_id": build_id, "made_on": made_on.replace(tzinfo=None), "is_demo": is_demo}
        try:
            _make(made, gather.Inputs(loaded, name_decisions.frame(home)), values, progress)
            progress(_SHARE_MADE, "Verifying the new build")
            _verify(made)
            files.put(made, pointer.warehouse_file(home, build_id))
            pointer.move(home, build_id, program_shape())
        except (*_NOT_WRITTEN, OSError) as error:
            raise _no_room(home) from error
        finally:
            made.unlink(missing_ok=True)
            made.with_name(f"{made.name}.wal").unlink(missing_ok=True)
    progress(1.0, "The new build serves")
    return build_id


def _make(made: Path, inputs: gather.Inputs, values: dict[str, object], progress: Progress) -> None:
    progress(0.0, "Gathering the checked files")
    connection = open_new(made)
    try:
        gather.fill(connection, inputs)
        steps = names("build")
        for done, name in enumerate(steps):
            share = _SHARE_GATHERED + (_SHARE_MADE - _SHARE_GATHERED) * done / len(steps)
            progress(share, f"Building: {name.partition('_')[2].replace('_', ' ')}")
            step = statement(name)
            connection.execute(step.sql, {key: values[key] for key in step.bound})
        connection.execute(f"CHECKPOINT {CATALOGUE}")
        connection.execute(f"DETACH {CATALOGUE}")
    finally:
        connection.close()
        shutil.rmtree(f"{made}.spill", ignore_errors=True)


def _verify(made: Path) -> None:
    connection = open_locked(made)
    try:
        connection.execute(f"USE {CATALOGUE}")
        failed = [_failure(connection, name) for name in names("verify")]
    finally:
        connection.close()
    if any(failed):
        raise UserError(
            title="The new build did not pass its checks",
            what=" ".join(filter(None, failed)),
            fix="The last good build goes on serving. Please report this with the names of the files loaded.",
        )


def _failure(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    check = statement(name)
    found = connection.execute(check.sql).fetchone()
    wrong = found[0] if found else None
    return "" if wrong == 0 else f"{check.purpose} Found: {wrong}."


def _no_room(home: DataHome) -> UserError:
    return UserError(
        title="The new build could not be written",
        what=f"The disk or folder {home.builds} did not take it.",
        fix="Make room or allow writing there, then build again. The last good build goes on serving.",
    )


def _free_id(home: DataHome, made_on: datetime, loaded: Sequence[gather.Loaded]) -> str:
    """Name a build by its time and what went in; never the name of one that is there already."""
    inputs = hashlib.sha256("".join(one.arrival.sha256 for one in loaded).encode()).hexdigest()[:8]
    stem = f"{made_on:%Y%m%dT%H%M%S}-{inputs}"
    tries = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    return next(name for name in tries if not pointer.warehouse_file(home, name).exists())
