"""What does a typed question answer? The one door: written down, shut in, cut off in time, left no trace.

The answer is never kept: each question gets a file, a folder and a process of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore, Event
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import audit
from rcc_dash.store.typed.answers import TypedResult, result, stopped
from rcc_dash.store.typed.folder import shared_file
from rcc_dash.store.typed.limits import USUAL, Limits
from rcc_dash.store.typed.process import TypedProcess
from rcc_dash.store.typed.share import Scope

_NEVER: Final = Event()
_TURNS: Final = BoundedSemaphore(2)
"""Questions that run at once: each may take half a gigabyte and two processors."""

_LOOKS: Final = 100
_LOOKS_EVERY_SECONDS: Final = 0.2
_BUSY: Final = UserError(
    "The question is not run yet",
    "Others' questions are running.",
    "Wait a moment, then run it again.",
)


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
    with _in_turn(stop), shared_file(home, scope) as file, TypedProcess(file, limits) as process:
        return result(process.ask(question.sql, stop), limits, process.lacking)


@contextmanager
def _in_turn(stop: Event) -> Iterator[None]:
    """Wait until fewer than so many questions run at once; raises UserError where that takes too long."""
    for _ in range(_LOOKS):
        if stop.is_set():
            raise stopped()
        if _TURNS.acquire(timeout=_LOOKS_EVERY_SECONDS):
            break
    else:
        raise _BUSY
    try:
        yield
    finally:
        _TURNS.release()
