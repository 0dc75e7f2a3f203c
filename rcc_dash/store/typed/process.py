"""How does a process of its own run a typed question, and how is it ended whatever it is doing?

A database that is asked to stop may take half a minute to notice; a process is killed at once.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Final, Self, cast

from rcc_dash.errors import UserError
from rcc_dash.settings import PROJECT
from rcc_dash.store.typed.limits import Limits

_START: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); from rcc_dash.store.typed.child import main; main()"
)
_STARTS_WITHIN_SECONDS: Final = 30.0
_LOOKS_EVERY_SECONDS: Final = 0.05
_JSON_SWELLS: Final = 3
"""Names of columns and the like beside the rows, which are counted as they are written."""

_ENVIRONMENT: Final = {"SYSTEMROOT": "C:\\Windows"} if sys.platform == "win32" else {}
"""Windows starts nothing without it; nothing else of the app's environment is passed on."""

_NOT_STARTED: Final = UserError(
    "The question could not be run",
    "The process that answers typed questions did not start.",
    "Try again; if it happens again, start the app anew.",
)

Answer = Mapping[str, object]


class TypedProcess:
    """One process over one file; a context manager, at whose end it is dead with all that it started."""

    def __init__(self, file: Path, limits: Limits) -> None:
        """Start it and wait until it is ready; raises UserError where it does not start."""
        self._limits = limits
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-I", "-c", _START, str(PROJECT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=file.parent,
            env=_ENVIRONMENT,
            close_fds=True,
            start_new_session=True,
        )
        self._lines: Queue[bytes] = Queue()
        self._listener: Final = Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._tell({"file": str(file), "limits": asdict(limits)})
        started = self._next(_STARTS_WITHIN_SECONDS, Event()) or {}
        if "lacking" not in started:
            self._close()
            raise _NOT_STARTED
        self.lacking: Final = tuple(cast("list[str]", started["lacking"]))
        """In words, what this operating system could not do to hold the process in."""

    @property
    def pid(self) -> int:
        """Give the system's number of the process."""
        return self._process.pid

    def ask(self, sql: str, stop: Event) -> Answer:
        """Give the answer as the process wrote it; `{"ended": …}` where it was killed or died.

        `ended` is `time`, `stop` or `dead`; the process answers nothing more then.
        """
        self._tell(sql)
        answer = self._next(self._limits.seconds, stop)
        return answer or {"ended": "dead"}

    def end(self) -> None:
        """Kill the process and all that it may have started, and wait until it is gone."""
        if sys.platform == "win32":
            self._process.kill()
        elif self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def __enter__(self) -> Self:
        """Hold it for a while."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._close()

    def _close(self) -> None:
        self.end()
        if self._process.stdin:
            with suppress(OSError):  # what it never read
                self._process.stdin.close()
        self._listener.join(_STARTS_WITHIN_SECONDS)

    def _tell(self, said: object) -> None:
        pipe = self._process.stdin
        try:
            if pipe:
                pipe.write(json.dumps(said).encode() + b"\n")
                pipe.flush()
        except OSError:
            self.end()  # it died: what is read next says so

    def _listen(self) -> None:
        """Read no more than an answer may hold: the process is not trusted. Who reads a pipe closes it."""
        most = self._limits.answer_bytes * _JSON_SWELLS
        if pipe := self._process.stdout:
            with pipe:
                while line := pipe.readline(most):
                    self._lines.put(line)
        self._lines.put(b"")

    def _next(self, seconds: float, stop: Event) -> Answer | None:
        ends = monotonic() + seconds
        while monotonic() < ends and not stop.is_set():
            try:
                return _parsed(self._lines.get(timeout=_LOOKS_EVERY_SECONDS))
            except Empty:
                continue
        self.end()
        return {"ended": "stop" if stop.is_set() else "time"}


def _parsed(line: bytes) -> Answer | None:
    try:
        answer: Answer = json.loads(line)
    except ValueError:
        return None
    return answer
