"""What does a typed question answer? The one door: written down, shut in, cut off in time, left no trace.

The answer is never kept: each question gets a file, a folder and a process of its own.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Final

from rcc_dash.settings import DataHome
from rcc_dash.store import audit
from rcc_dash.store.typed.answers import TypedResult, result, stopped
from rcc_dash.store.typed.limits import USUAL, Limits
from rcc_dash.store.typed.process import TypedProcess
from rcc_dash.store.typed.share import Scope, write_share

_NEVER: Final = Event()


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed, what of the data it may see, and who asks when."""

    sql: str
    scope: Scope
    viewer: audit.Viewer
    asked_at: datetime


def run_typed(
    home: DataHome, question: Question, limits: Limits = USUAL, stop: Event = _NEVER
) -> TypedResult:
    """Answer a typed question, or raise UserError in plain words; setting `stop` ends it at once.

    Where it may see children's rows it is written in the audit log first, without its words.
    """
    scope = question.scope
    if scope.la_codes:
        seen = audit.Seen("sql", scope.la_codes, scope.build_id)
        audit.record(home, audit.Event.TYPED, question.viewer, seen, question.asked_at)
    with shared_file(home, scope) as file:
        if stop.is_set():
            raise stopped()
        with TypedProcess(file, limits) as process:
            return result(process.ask(question.sql, stop), limits, process.lacking)


@contextmanager
def shared_file(home: DataHome, scope: Scope) -> Iterator[Path]:
    """Write the file of a scope into a new folder, both read-only and this user's alone; remove it after."""
    folder = Path(tempfile.mkdtemp(prefix="rcc-typed-"))
    try:
        file = folder / "data.duckdb"
        write_share(home, scope, file)
        file.chmod(0o400)
        folder.chmod(0o500)
        yield file
    finally:
        if os.name == "posix":
            folder.chmod(0o700)
        shutil.rmtree(folder, ignore_errors=True)
